import { type CaseState, nextStates } from '#domain/case.ts';
import type { CaseRecord } from '#coordination/case-record.ts';
import { CaseError } from './case-error.ts';

/** @throws {CaseError} when the case cannot go to that state; being there already is no error */
export function assertMove({ code, state, track }: CaseRecord, to: CaseState): void {
  const possible = nextStates(track, state);
  if (state === to || possible.includes(to)) return;
  throw new CaseError('impossible-move', { code, state, to, possible: possible.join(', ') });
}

/** @throws {CaseError} when the case is in none of these states */
export function assertState({ code, state }: CaseRecord, ...allowed: readonly CaseState[]): void {
  if (!allowed.includes(state))
    throw new CaseError('wrong-state', { code, state, allowed: allowed.join(', ') });
}

/** @throws {CaseError} for a website case, which has no room and is never published */
export function assertProduct({ code, track }: CaseRecord): void {
  if (track === 'website') throw new CaseError('wrong-track', { code });
}
