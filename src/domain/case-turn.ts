import { isAwaited, isUntold, plannedRevision, type CaseFacts, type VendorFacts } from './case-facts.ts';
import type { CaseState } from './case.ts';

/** Who acts next in a case, and what for. */
export interface Turn {
  who: 'coordinator' | 'vendor' | 'finder' | 'operator' | 'nobody';
  why: TurnReason;
}

/**
 * What the next act is.
 * - `triage`, `open`, `contact-operator`: accept or refuse a report; begin to coordinate it
 * - `complete-report`: the finder may complete a report that was refused as insufficient
 * - `find-vendors`, `notify`: nobody is told yet, or not everybody
 * - `answer`, `review-answer`, `sign-off`, `resolve-hold`: what vendors say, and what is done about it
 * - `judge`: whether to publish without the vendor (公表判定)
 * - `schedule`, `publish`, `close`
 * - `name-contact`, `correct`: the operator of a website says whom to tell; corrects it
 * - `refused`, `closed`: nothing is left to do
 */
export type TurnReason =
  | 'triage'
  | 'open'
  | 'contact-operator'
  | 'complete-report'
  | 'find-vendors'
  | 'notify'
  | 'answer'
  | 'review-answer'
  | 'sign-off'
  | 'resolve-hold'
  | 'judge'
  | 'schedule'
  | 'publish'
  | 'close'
  | 'name-contact'
  | 'correct'
  | 'refused'
  | 'closed';

/** The turn of a state, unless something in the case goes before it. */
const TURNS: Readonly<Record<CaseState, Turn>> = {
  received: { who: 'coordinator', why: 'triage' },
  accepted: { who: 'coordinator', why: 'open' },
  refused: { who: 'nobody', why: 'refused' },
  coordinating: { who: 'coordinator', why: 'schedule' },
  scheduled: { who: 'coordinator', why: 'publish' },
  published: { who: 'coordinator', why: 'close' },
  'not-a-vulnerability': { who: 'coordinator', why: 'close' },
  'individually-handled': { who: 'coordinator', why: 'close' },
  uncoordinatable: { who: 'coordinator', why: 'judge' },
  judged: { who: 'coordinator', why: 'schedule' },
  'operator-contacted': { who: 'operator', why: 'name-contact' },
  'details-sent': { who: 'operator', why: 'correct' },
  corrected: { who: 'coordinator', why: 'close' },
  'page-removed': { who: 'coordinator', why: 'close' },
  mitigated: { who: 'coordinator', why: 'close' },
  unreachable: { who: 'coordinator', why: 'close' },
  closed: { who: 'nobody', why: 'closed' },
};

/** Whose turn it is. What a coordinator can do at once goes before what others owe. */
export function turnOf(facts: CaseFacts): Turn {
  return exceptionalTurn(facts) ?? TURNS[facts.state];
}

function exceptionalTurn(facts: CaseFacts): Turn | undefined {
  const { state, track, refusal, vendors } = facts;
  switch (state) {
    case 'accepted':
      return track === 'website' ? { who: 'coordinator', why: 'contact-operator' } : undefined;
    case 'refused':
      return refusal === 'insufficient' ? { who: 'finder', why: 'complete-report' } : undefined;
    case 'coordinating':
      return telling(vendors) ?? deciding(vendors) ?? waiting(vendors);
    case 'scheduled':
      return deciding(vendors) ?? waiting(vendors);
    case 'published':
      return reviewing(vendors) ?? revising(facts);
    default:
      return undefined;
  }
}

function telling(vendors: readonly VendorFacts[]): Turn | undefined {
  if (vendors.length === 0) return { who: 'coordinator', why: 'find-vendors' };
  return vendors.some(isUntold) ? { who: 'coordinator', why: 'notify' } : undefined;
}

function deciding(vendors: readonly VendorFacts[]): Turn | undefined {
  const isHeld = vendors.some(({ hold }) => hold !== undefined);
  return reviewing(vendors) ?? (isHeld ? { who: 'coordinator', why: 'resolve-hold' } : undefined);
}

function reviewing(vendors: readonly VendorFacts[]): Turn | undefined {
  const isPending = vendors.some((vendor) => vendor.isPending);
  return isPending ? { who: 'coordinator', why: 'review-answer' } : undefined;
}

function revising(facts: CaseFacts): Turn | undefined {
  return plannedRevision(facts) === undefined ? undefined : { who: 'coordinator', why: 'publish' };
}

function waiting(vendors: readonly VendorFacts[]): Turn | undefined {
  if (vendors.some(isAwaited)) return { who: 'vendor', why: 'answer' };
  const isUnsigned = vendors.some(({ isSignedOff }) => !isSignedOff);
  return isUnsigned ? { who: 'vendor', why: 'sign-off' } : undefined;
}
