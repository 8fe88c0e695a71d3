import type { CaseRecord } from '#coordination/case-record.ts';
import type { Act } from '#coordination/ledger/entry.ts';
import { type Cases, type Desk, recordActs } from './desk.ts';
import { assertMove } from './moves.ts';
import type { Step } from './plan.ts';

export type Move = Extract<Act, { act: 'moved' }>;

/** The step that brings a case to another state; done already when it is there. */
export function moveStep(desk: Desk, cases: Cases, { code, state }: CaseRecord, move: Move): Step {
  return {
    does: desk.words.steps.move(state, move.to),
    perform: async () => {
      await recordActs(desk, cases, code, (now) => {
        if (now === undefined || now.state === move.to) return [];
        assertMove(now, move.to);
        return [move];
      });
    },
  };
}
