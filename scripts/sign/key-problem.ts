/** Why a key cannot sign this site. */
export type KeyProblem =
  | 'missing'
  | 'unreadable'
  | 'several'
  | 'public'
  | 'version'
  | 'algorithm'
  | 'weak'
  | 'revoked'
  | 'expired'
  | 'cannot-sign'
  | 'locked'
  | 'passphrase'
  | 'pin-unreadable'
  | 'not-pinned';

/**
 * A signing key that is missing or of no use. Neither the message nor anything else in it comes from the key's own
 * text or from the passphrase; it has no cause, because a library's error may quote its input.
 */
export class KeyError extends Error {
  readonly problem: KeyProblem;
  /** An algorithm, a number, a day, a path or a fingerprint, as the problem has it; empty where there is nothing to name. */
  readonly detail: string;

  constructor(problem: KeyProblem, detail = '') {
    super(`${problem} ${detail}`.trim());
    this.problem = problem;
    this.detail = detail;
  }
}
