/**
 * Why a verb cannot go on. `words/case` says it in words; `params` are the facts that these need.
 * Nothing has been changed when one is thrown while a plan is made.
 */
export type CaseProblem =
  | 'no-hub'
  | 'no-token'
  | 'no-actor'
  | 'hub-missing'
  | 'hub-broken'
  | 'hub-exists'
  | 'site-broken'
  | 'not-a-coordinator'
  | 'unknown-case'
  | 'ledger-broken'
  | 'overtaken'
  | 'unfit'
  | 'wrong-state'
  | 'impossible-move'
  | 'own-verb'
  | 'wrong-track'
  | 'unknown-value'
  | 'unknown-vendor'
  | 'not-in-case'
  | 'no-answer'
  | 'row-mismatch'
  | 'no-room'
  | 'no-draft'
  | 'draft-broken'
  | 'text-broken'
  | 'text-mismatch'
  | 'site-refuses'
  | 'site-differs'
  | 'no-recipients'
  | 'unreadable-file'
  | 'nothing-to-take'
  | 'past'
  | 'no-instant'
  | 'no-day'
  | 'no-quarter'
  | 'quarter-to-come'
  | 'statistics-differ'
  | 'held'
  | 'approvals'
  | 'not-due'
  | 'nothing-planned'
  | 'revision-waits'
  | 'leak'
  | 'no-random-id'
  | 'id-taken'
  | 'wrong-id'
  | 'embargo-act'
  | 'missing-flag'
  | 'offline-only'
  | 'room-broken'
  | 'not-verified'
  | 'no-engine'
  | 'not-private';

export class CaseError extends Error {
  readonly problem: CaseProblem;
  readonly params: Readonly<Record<string, string>>;

  constructor(problem: CaseProblem, params: Readonly<Record<string, string>> = {}) {
    super(`${problem}: ${JSON.stringify(params)}`);
    this.problem = problem;
    this.params = params;
  }
}
