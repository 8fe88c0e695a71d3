import { channelSchema } from '#coordination/answer.ts';
import { dayIn } from '#domain/dates.ts';
import { requireVendor } from '../hub/contacts.ts';
import { loadCases, recordActs, requireCase } from '../desk.ts';
import { readChoice, readDay, requireFlag } from '../flag-values.ts';
import { carryOut } from '../plan.ts';
import { defineVerb } from '../verb.ts';

/** `notify`: records that a vendor was told by mail, by phone or otherwise. */
export const notify = defineVerb({
  flags: { vendor: 'string', via: 'string', on: 'string' },
  words: [1, 1],
  run: async (desk, { flags, words: [code = ''] }) => {
    const cases = await loadCases(desk);
    const record = requireCase(cases, code);
    const { vendor } = requireVendor(record, requireFlag(flags.vendor, '--vendor'));
    const via = readChoice(requireFlag(flags.via, '--via'), '--via', channelSchema.options);
    const on = readDay(flags.on, '--on') ?? dayIn(desk.environment.now(), desk.site.timezone);
    await carryOut(desk, {
      heading: desk.words.ofCase(record),
      notes: [desk.words.letters.notify(record, cases.contacts.get(vendor))],
      steps: [
        {
          does: desk.words.steps.notified(vendor, via, on),
          perform: async () => {
            await recordActs(desk, cases, code, (_, entries) =>
              entries.some(
                (one) =>
                  one.act === 'vendor-notified' && one.vendor === vendor && one.via === via && one.on === on,
              )
                ? []
                : [{ act: 'vendor-notified', vendor, via, on }],
            );
          },
        },
      ],
    });
    return 0;
  },
});
