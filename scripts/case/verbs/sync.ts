import type { CaseRecord } from '#coordination/case-record.ts';
import { toIssueNumber } from '#coordination/comment.ts';
import { isOpen } from '#domain/case.ts';
import { closeFormSteps } from '../room/close-forms.ts';
import { type Cases, type Desk, loadCases, recordActs, requireCase } from '../desk.ts';
import { wordDraftProblems } from '../publication/draft-problems.ts';
import { commitDrafts, readDrafts } from '../room/drafts.ts';
import { foresee } from '../room/foresee.ts';
import { carryOut, type Step } from '../plan.ts';
import { readRoom, type RoomReading } from '../room/read-room.ts';
import { isLive } from '../room/rooms.ts';
import { giveAnswers } from '../room/room-answers.ts';
import { findStaleSticky, writeSticky } from '../room/sticky-comment.ts';
import { defineVerb } from '../verb.ts';

/** `sync`: reads what was said in the rooms, keeps it in the ledger, and brings drafts and comments in step with it. */
export const sync = defineVerb({
  flags: {},
  words: [0, 1],
  run: async (desk, { words: [code] }) => {
    const cases = await loadCases(desk);
    const chosen = code === undefined ? casesWithRooms(cases) : [requireCase(cases, code)];
    const steps: Step[] = [];
    for (const record of chosen) steps.push(...(await syncSteps(desk, cases, record)));
    await carryOut(desk, { heading: desk.words.sync.heading(chosen.map((one) => one.code)), steps });
    return 0;
  },
});

function casesWithRooms({ records }: Cases): CaseRecord[] {
  return [...records.values()].filter(({ state, rooms }) => isOpen(state) && rooms.some(isLive));
}

/**
 * What is out of step in one case. Everything is looked at each time, so a run that ended half-way is made good by the
 * next one.
 */
async function syncSteps(desk: Desk, cases: Cases, record: CaseRecord): Promise<Step[]> {
  const readings: RoomReading[] = [];
  for (const room of record.rooms.filter(isLive)) readings.push(await readRoom(desk, cases, record, room));
  const future = foresee(desk, cases, record, readings);
  return [
    ...recordStep(desk, cases, record, readings),
    ...(await draftStep(desk, cases, future)),
    ...(await stickySteps(desk, cases, future)),
    ...answerSteps(desk, readings),
    ...closeFormSteps(desk, cases, record, readings),
  ];
}

function recordStep(
  desk: Desk,
  cases: Cases,
  { code }: CaseRecord,
  readings: readonly RoomReading[],
): Step[] {
  const acts = readings.flatMap(({ read }) => read().acts);
  if (acts.length === 0) return [];
  return [
    {
      does: desk.words.sync.record(code, acts),
      perform: async () => {
        const before = cases.entries.get(code)?.length ?? 0;
        for (const { read } of readings)
          await recordActs(desk, cases, code, (_, entries) => read({ entries }).acts);
        for (const entry of cases.entries.get(code)?.slice(before) ?? []) {
          if (!('source' in entry) || entry.source === undefined) continue;
          // Forms take no reaction; they are closed instead.
          if (toIssueNumber(entry.source.comment) !== undefined) continue;
          await desk.host.ensureReaction(entry.source.repo, entry.source.comment, 'rocket');
        }
      },
    },
  ];
}

async function draftStep(desk: Desk, cases: Cases, future: CaseRecord): Promise<Step[]> {
  const { words, environment } = desk;
  const { stale, problems } = await readDrafts(desk, future);
  if (problems.length > 0)
    environment.err(
      words.sync.brokenDraft(future.code, wordDraftProblems(problems, words, environment.language)),
    );
  if (stale.length === 0) return [];
  return [
    {
      does: words.sync.drafts(future.code),
      perform: async () => {
        await commitDrafts(desk, requireCase(cases, future.code));
      },
    },
  ];
}

async function stickySteps(desk: Desk, cases: Cases, future: CaseRecord): Promise<Step[]> {
  const steps: Step[] = [];
  for (const room of future.rooms.filter(isLive)) {
    if ((await findStaleSticky(desk, cases, future, room)) === undefined) continue;
    steps.push({
      does: desk.words.sync.sticky(future.code, room.vendor),
      perform: async () => {
        await writeSticky(desk, cases, requireCase(cases, future.code), room);
      },
    });
  }
  return steps;
}

function answerSteps(desk: Desk, readings: readonly RoomReading[]): Step[] {
  return readings.flatMap((reading) => {
    const waiting = reading.read().replies;
    if (waiting.length === 0) return [];
    return [
      {
        does: desk.words.sync.answers(waiting.length),
        perform: async () => {
          await giveAnswers(desk.host, reading, desk.site.languages);
        },
      },
    ];
  });
}
