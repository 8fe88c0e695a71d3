import { CASE_STATES } from '#domain/case.ts';
import { type Cases, type Desk, loadCases, recordActs, requireCase } from '../desk.ts';
import { readChoice } from '../flag-values.ts';
import { CaseError } from '../case-error.ts';
import { assertMove } from '../moves.ts';
import { carryOut, type Step } from '../plan.ts';
import { defineVerb } from '../verb.ts';
import type { CaseRecord } from '#coordination/case-record.ts';
import { moveStep } from '../move-step.ts';

/** States into which a case comes by a verb of its own, which does more than move it. */
const OWN_VERB = {
  accepted: 'accept',
  refused: 'refuse',
  coordinating: 'open',
  scheduled: 'schedule',
  published: 'publish',
};

/** `move`: brings a case to a state that has no verb of its own, such as an end without an advisory. */
export const move = defineVerb({
  flags: { note: 'string' },
  words: [2, 2],
  run: async (desk, { flags: { note }, words: [code = '', typed = ''] }) => {
    const to = readChoice(typed, desk.words.placeholders.state, CASE_STATES);
    const cases = await loadCases(desk);
    const record = requireCase(cases, code);
    assertMove(record, to);
    const isBack = to === 'coordinating' && record.state === 'scheduled';
    if (to in OWN_VERB && !isBack)
      throw new CaseError('own-verb', { code, to, verb: OWN_VERB[to as keyof typeof OWN_VERB] });
    await carryOut(desk, {
      heading: desk.words.ofCase(record),
      steps: [
        moveStep(desk, cases, record, { act: 'moved', to, ...(note && { note }) }),
        ...(to === 'closed' ? closeSteps(desk, cases, record) : []),
      ],
    });
    return 0;
  },
});

/** Nobody but the coordinators needs the rooms of a closed case; they are kept. */
function closeSteps(desk: Desk, cases: Cases, record: CaseRecord): Step[] {
  const { host, words } = desk;
  const isOwn = cases.settings.mode !== 'single-repo';
  return record.rooms
    .filter(({ closed }) => !closed)
    .map(({ repo, pull, vendor }) => ({
      does: words.steps.closeRoom(vendor),
      perform: async () => {
        const found = await host.findRepo(repo);
        // A room may have been chosen and never made, and in an archived one nothing can be changed any more.
        if (found?.isArchived === false) {
          if (pull !== undefined) await host.closePull(repo, pull);
          if (isOwn) await closeToReaders(desk, cases, record, repo);
        }
        await recordActs(desk, cases, record.code, (now) =>
          now?.rooms.some((room) => room.repo === repo && !room.closed) ? [{ act: 'room-closed', repo }] : [],
        );
      },
    }));
}

async function closeToReaders(
  { host }: Desk,
  { settings }: Cases,
  { publications }: CaseRecord,
  repo: string,
): Promise<void> {
  for (const login of await host.listReaders(repo)) {
    if (!settings.coordinators.includes(login)) await host.removeReader(repo, login);
  }
  // What was published may have to be corrected, and that is written here.
  if (publications.length === 0) await host.archiveRepo(repo);
}
