import { HostError } from '../host/host.ts';
import type { CaseWords } from '../words/case/case-words.ts';
import { CaseError, type CaseProblem } from './case-error.ts';
import { RecipientError } from './hub/original.ts';
import { StepError } from './plan.ts';

/** Whether a failure is one that people are told about; anything else is our own fault and shows its stack. */
export function isExpected(error: unknown): boolean {
  return (
    error instanceof CaseError ||
    error instanceof HostError ||
    error instanceof StepError ||
    error instanceof RecipientError
  );
}

/** What somebody typed or left out, whatever stands in the hub. */
const USAGE: ReadonlySet<CaseProblem> = new Set([
  'no-hub',
  'no-token',
  'no-actor',
  'missing-flag',
  'unknown-value',
  'own-verb',
  'no-instant',
  'no-day',
  'wrong-id',
]);

/** Whether a failure is a wrong usage (exit code 2). */
export function isUsage(error: unknown): boolean {
  return error instanceof CaseError && USAGE.has(error.problem);
}

/** A failure in words: what, why, and what to do. After a step also what was done, and that the same command goes on. */
export function describeError(error: unknown, words: CaseWords, heading?: string): string {
  const text = describe(error, words);
  return heading === undefined ? text : `${heading}: ${text}`;
}

function describe(error: unknown, words: CaseWords): string {
  if (error instanceof StepError) return describeStep(error, words);
  const cause = describeCause(error, words);
  return error instanceof HostError ? words.plan.stopped(cause) : cause;
}

function describeStep({ does, done, cause }: StepError, words: CaseWords): string {
  return words.plan.failed(done, does, describeCause(cause, words));
}

function describeCause(error: unknown, words: CaseWords): string {
  if (error instanceof CaseError) return words.problems[error.problem](error.params);
  if (error instanceof RecipientError)
    return words.problems['no-recipients']({ recipient: error.recipient ?? '' });
  if (error instanceof HostError) return words.host[error.problem](error.asked, untilText(error));
  throw error;
}

function untilText({ until }: HostError): string {
  return until === undefined ? '' : new Date(until * 1000).toISOString();
}
