import type { Act } from '#coordination/ledger/entry.ts';
import type { CaseRecord, PlannedRevision } from '#coordination/case-record.ts';
import { compareInstants } from '#domain/dates.ts';
import { plannedRevision } from '#domain/case-facts.ts';
import { CaseError } from '../case-error.ts';
import { type Desk, loadCases, recordActs, requireCase } from '../desk.ts';
import { readInstant, readLocalized } from '../flag-values.ts';
import { carryOut } from '../plan.ts';
import { type Asked, defineVerb } from '../verb.ts';

const flags = { 'summary-ja': 'string', 'summary-en': 'string', at: 'string' } as const;

/** `correct`: plans a revision of a published advisory; its new text stands in the room's draft. */
export const correct = defineVerb({
  flags,
  words: [1, 1],
  run: async (desk, asked) => await planRevision(desk, asked, 'correction'),
});

/** `withdraw`: plans the withdrawal of a published advisory; its page stays and says why. */
export const withdraw = defineVerb({
  flags,
  words: [1, 1],
  run: async (desk, asked) => await planRevision(desk, asked, 'withdrawal'),
});

async function planRevision(
  desk: Desk,
  { flags: given, words: [code = ''] }: Asked<typeof flags>,
  kind: PlannedRevision['kind'],
): Promise<number> {
  const summary = readLocalized(given['summary-ja'], given['summary-en'], '--summary');
  const now = desk.environment.now();
  const at = given.at === undefined ? now : readInstant(given.at, '--at');
  if (compareInstants(at, now) < 0) throw new CaseError('past', { at, now });
  const cases = await loadCases(desk);
  const record = requireCase(cases, code);
  assertPublished(record);
  await carryOut(desk, {
    heading: desk.words.ofCase(record),
    notes: [desk.words.correct.next(code)],
    steps: [
      {
        does: desk.words.correct.step(kind, at),
        perform: async () => {
          await recordActs(desk, cases, code, (current): Act[] => {
            const waiting = current === undefined ? undefined : plannedRevision(current);
            if (waiting === undefined) return [{ act: 'revision-planned', kind, publishAt: at, summary }];
            if (waiting.kind === kind && JSON.stringify(waiting.summary) === JSON.stringify(summary))
              return [];
            throw new CaseError('revision-waits', { code, at: waiting.at });
          });
        },
      },
    ],
  });
  return 0;
}

/** A case can also be closed without ever having been published. */
function assertPublished({ code, state, publications }: CaseRecord): void {
  if (publications.length === 0) throw new CaseError('wrong-state', { code, state, allowed: 'published' });
}
