import { refusal } from './exchange.ts';
import type { Answer } from './exchange.ts';

/**
 * What may go wrong instead of an answer.
 * - `no-connection`: the request is not taken
 * - `lost-answer`: it is done, and the connection breaks before the answer
 * - `lost-502`: it is done, and the answer is 502
 * - `rate-limit`, `secondary-limit`, `long-secondary-limit`: not done; GitHub asks to wait
 * - a number: not done, answered with that status
 */
export type Fault =
  | 'no-connection'
  | 'lost-answer'
  | 'lost-502'
  | 'rate-limit'
  | 'secondary-limit'
  | 'long-secondary-limit'
  | number;

export interface FaultOptions {
  /** Which requests are counted and hit; writes when absent. A GraphQL query is a read. */
  of?: 'writes' | 'all';
  /** How many requests are hit in a row; one when absent. */
  times?: number;
  /** The sentence of an answer. */
  message?: string;
}

export interface PlannedFault extends FaultOptions {
  fault: Fault;
  /** How many requests still pass. */
  passing: number;
  /** How many requests were hit. */
  hits: number;
}

/** Seconds since 1970 at which the rate limit of the stand-in ends. */
export const RESET = 1_900_000_000;
/** What the stand-in asks to wait, in seconds. */
export const SHORT_REST = 7;
export const LONG_REST = 3600;

/** Counts the request, and says whether the fault hits it. */
export function strikes(plan: PlannedFault, isWrite: boolean): boolean {
  if ((plan.of ?? 'writes') === 'writes' && !isWrite) return false;
  if (plan.passing > 0) {
    plan.passing -= 1;
    return false;
  }
  if (plan.hits >= (plan.times ?? 1)) return false;
  plan.hits += 1;
  return true;
}

/** What a fault answers; `undefined` when it answers nothing. */
export function answerOfFault({ fault, message }: PlannedFault): Answer | undefined {
  if (fault === 'no-connection' || fault === 'lost-answer') return undefined;
  if (fault === 'lost-502') return refusal(502, 'Server Error');
  if (typeof fault === 'number') return refusal(fault, message ?? 'A fault of the test.');
  if (fault === 'rate-limit') {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(RESET) };
    return { ...refusal(403, 'API rate limit exceeded for user ID 1.'), headers };
  }
  const rest = fault === 'secondary-limit' ? SHORT_REST : LONG_REST;
  const said = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
  return { ...refusal(403, said), headers: { 'retry-after': String(rest) } };
}

/** Whether what was asked is still done. */
export function isStillDone(fault: Fault): boolean {
  return fault === 'lost-answer' || fault === 'lost-502';
}
