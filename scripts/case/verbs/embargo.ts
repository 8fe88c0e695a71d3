import { afterEmbargoAct, EMBARGO_ACTS } from '#domain/embargo.ts';
import { CaseError } from '../case-error.ts';
import { loadCases, recordActs, requireCase } from '../desk.ts';
import { readChoice, readInstant } from '../flag-values.ts';
import { carryOut } from '../plan.ts';
import { defineVerb } from '../verb.ts';

/** `embargo`: proposes, accepts, rejects or ends the embargo of a case. */
export const embargo = defineVerb({
  flags: { until: 'string', note: 'string' },
  words: [2, 2],
  run: async (desk, { flags, words: [code = '', typed = ''] }) => {
    const does = readChoice(typed, 'embargo <case>', EMBARGO_ACTS);
    const until = flags.until === undefined ? undefined : readInstant(flags.until, '--until');
    const cases = await loadCases(desk);
    const record = requireCase(cases, code);
    const after = afterEmbargoAct(record.embargo, does);
    if (after === undefined) throw new CaseError('embargo-act', { code, state: record.embargo, does });
    await carryOut(desk, {
      heading: desk.words.ofCase(record),
      steps: [
        {
          does: desk.words.steps.embargo(record.embargo, after, until),
          perform: async () => {
            await recordActs(desk, cases, code, (now) => {
              if (now === undefined || afterEmbargoAct(now.embargo, does) === undefined) return [];
              return [
                { act: 'embargo', does, ...(until && { until }), ...(flags.note && { note: flags.note }) },
              ];
            });
          },
        },
      ],
    });
    return 0;
  },
});
