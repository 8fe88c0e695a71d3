import type { CaseState, RefusalReason, Track } from './case.ts';
import type { Day, Instant } from './dates.ts';
import type { EmbargoState } from './embargo.ts';
import type { VendorStatus } from './vendor-status.ts';

/** What clocks and turns need to know of a case: a part of the record that the coordination keeps. */
export interface CaseFacts {
  readonly state: CaseState;
  readonly track?: Track;
  readonly refusal?: RefusalReason;
  readonly embargo: EmbargoState;
  readonly embargoUntil?: Instant;
  readonly report: { readonly receivedOn: Day };
  readonly receivedAt: Instant;
  /** When the state last changed. */
  readonly movedAt: Instant;
  readonly acceptedAt?: Instant;
  /** When coordination began (起算日). */
  readonly clockStart?: Instant;
  /** The reserved identifier. */
  readonly id?: string;
  readonly publishAt?: Instant;
  readonly vendors: readonly VendorFacts[];
  /** Revisions that were decided, published or not. */
  readonly revisions?: readonly unknown[];
  /** What was published: the advisory, then its revisions. */
  readonly publications?: readonly unknown[];
}

/** What clocks and turns need to know of a vendor in a case. */
export interface VendorFacts {
  readonly vendor: string;
  readonly notifiedAt?: Instant;
  /** When something came from the vendor last. */
  readonly heardAt?: Instant;
  readonly remindedAt?: Instant;
  /** The last answer, approved or not. */
  readonly latest?: { readonly answer: { readonly status: VendorStatus } };
  /** Whether `latest` waits for a coordinator. */
  readonly isPending: boolean;
  /** Whether the vendor confirmed its row. */
  readonly isSignedOff: boolean;
  /** Why the vendor objects to the publication. */
  readonly hold?: string;
}

/** Whether the vendor still owes an answer: it was told, and has said nothing or that it does not know yet. */
export function isAwaited(vendor: VendorFacts): boolean {
  return vendor.notifiedAt !== undefined && !hasDecided(vendor);
}

/** Whether the vendor must still be told of the vulnerability. */
export function isUntold(vendor: VendorFacts): boolean {
  return vendor.notifiedAt === undefined && !hasDecided(vendor);
}

function hasDecided({ latest }: VendorFacts): boolean {
  const status = latest?.answer.status;
  return status === 'affected' || status === 'not-affected';
}

/** The revision that was decided and is not published yet. Publication itself is the first one. */
export function plannedRevision<Revision>({
  revisions = [],
  publications = [],
}: {
  readonly revisions?: readonly Revision[];
  readonly publications?: readonly unknown[];
}): Revision | undefined {
  return publications.length === 0 ? undefined : revisions[publications.length - 1];
}
