/** What somebody typed or set wrongly; the command line words it and exits with 2. */
export type UsageProblem =
  | 'unknown-command'
  | 'unknown-verb'
  | 'missing-word'
  | 'unknown-argument'
  | 'missing-value'
  | 'port'
  | 'source-date-epoch'
  | 'site-url'
  | 'content-dir'
  | 'unreachable-dir'
  | 'out-dir';

/** Wrong usage. `value` is what was typed. */
export class UsageError extends Error {
  readonly problem: UsageProblem;
  readonly value: string;

  constructor(problem: UsageProblem, value: string) {
    super(`${problem}: ${value}`);
    this.problem = problem;
    this.value = value;
  }
}
