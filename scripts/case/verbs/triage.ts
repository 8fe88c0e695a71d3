import { REFUSAL_REASONS, type CaseState, TRACKS } from '#domain/case.ts';
import type { CaseRecord } from '#coordination/case-record.ts';
import { type Cases, type Desk, loadCases, requireCase } from '../desk.ts';
import { readChoice, requireFlag } from '../flag-values.ts';
import { assertMove } from '../moves.ts';
import { type Move, moveStep } from '../move-step.ts';
import { carryOut, type Step } from '../plan.ts';
import { defineVerb } from '../verb.ts';

/** `accept`: takes a report on, as a product or a website case, and tells the finder. */
export const accept = defineVerb({
  flags: { track: 'string', note: 'string' },
  words: [1, 1],
  run: async (desk, { flags, words: [code = ''] }) => {
    const track = readChoice(requireFlag(flags.track, '--track'), '--track', TRACKS);
    const { note } = flags;
    return await triage(desk, code, { act: 'moved', to: 'accepted', track, ...(note && { note }) });
  },
});

/** `refuse`: ends a report with a reason, and tells the finder. */
export const refuse = defineVerb({
  flags: { reason: 'string', note: 'string' },
  words: [1, 1],
  run: async (desk, { flags, words: [code = ''] }) => {
    const reason = readChoice(requireFlag(flags.reason, '--reason'), '--reason', REFUSAL_REASONS);
    const { note } = flags;
    return await triage(desk, code, { act: 'moved', to: 'refused', reason, ...(note && { note }) });
  },
});

async function triage(desk: Desk, code: string, move: Move): Promise<number> {
  const cases = await loadCases(desk);
  const record = requireCase(cases, code);
  assertMove(record, move.to);
  const steps = [moveStep(desk, cases, record, move), ...answerSteps(desk, cases, record, move.to)];
  await carryOut(desk, {
    heading: desk.words.ofCase(record),
    notes: [desk.words.letters[move.to === 'accepted' ? 'accepted' : 'refused'](record, move)],
    steps,
  });
  return 0;
}

function answerSteps(
  { host, words }: Desk,
  { settings }: Cases,
  { report }: CaseRecord,
  to: CaseState,
): Step[] {
  const { channel, reference } = report;
  if (channel !== 'github' || reference === undefined) return [];
  return [
    {
      does: words.steps.answerReport(reference),
      perform: async () => {
        await host.answerReport(settings.site, reference, to === 'accepted' ? 'accepted' : 'refused');
      },
    },
  ];
}
