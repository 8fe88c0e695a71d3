import { compareInstants } from '#domain/dates.ts';
import { CaseError } from '../case-error.ts';
import { loadCases, recordActs, requireCase } from '../desk.ts';
import { readInstant, requireFlag } from '../flag-values.ts';
import { assertProduct, assertState } from '../moves.ts';
import { carryOut } from '../plan.ts';
import { defineVerb } from '../verb.ts';

/** `schedule`: sets the moment of publication. Vendors who object to it must be heard first. */
export const schedule = defineVerb({
  flags: { at: 'string', 'despite-hold': 'boolean' },
  words: [1, 1],
  run: async (desk, { flags, words: [code = ''] }) => {
    const publishAt = readInstant(requireFlag(flags.at, '--at'), '--at');
    const { now } = desk.environment;
    if (compareInstants(publishAt, now()) <= 0) throw new CaseError('past', { at: publishAt, now: now() });
    const cases = await loadCases(desk);
    const record = requireCase(cases, code);
    assertProduct(record);
    assertState(record, 'coordinating', 'judged', 'scheduled');
    const holds = record.vendors.filter(({ hold }) => hold !== undefined);
    if (holds.length > 0 && flags['despite-hold'] !== true)
      throw new CaseError('held', {
        code,
        vendors: holds.map(({ vendor, hold }) => `${vendor}: ${hold ?? ''}`).join('\n'),
      });
    const silent = record.vendors.filter(({ latest }) => latest === undefined).map(({ vendor }) => vendor);
    await carryOut(desk, {
      heading: desk.words.ofCase(record),
      notes: silent.length === 0 ? [] : [desk.words.schedule.silent(silent)],
      steps: [
        {
          does: desk.words.schedule.step(publishAt),
          perform: async () => {
            await recordActs(desk, cases, code, (current) =>
              current === undefined || (current.state === 'scheduled' && current.publishAt === publishAt)
                ? []
                : [
                    { act: 'scheduled', publishAt },
                    ...(current.state === 'scheduled'
                      ? []
                      : [{ act: 'moved' as const, to: 'scheduled' as const }]),
                  ],
            );
          },
        },
      ],
    });
    return 0;
  },
});
