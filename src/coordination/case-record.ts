import type { CaseState, RefusalReason, Track } from '#domain/case.ts';
import type { Day, Instant } from '#domain/dates.ts';
import type { EmbargoState } from '#domain/embargo.ts';
import type { LocalizedText } from '#domain/language.ts';
import type { Answer, Channel } from './answer.ts';
import type { Original, Source } from './ledger/entry.ts';

/** A case as its ledger tells it: everything that a coordinator knows, at one moment. Made by `buildCase`. */
export interface CaseRecord {
  /** Six letters or digits; also the name of `ledger/<code>.jsonl`. */
  code: string;
  state: CaseState;
  track?: Track;
  refusal?: RefusalReason;
  embargo: EmbargoState;
  embargoUntil?: Instant;
  report: CaseReport;
  /** When the state last changed, and when the case began. */
  movedAt: Instant;
  receivedAt: Instant;
  acceptedAt?: Instant;
  /** When it was judged to publish without a vendor that cannot be coordinated with (公表判定), while that holds. */
  judgedAt?: Instant;
  /** When the coordination of a product or website began (起算日): the first vendor was told, or the room opened. */
  clockStart?: Instant;
  /** The reserved identifier, such as `JVN#13199224`. */
  id?: string;
  rooms: readonly Room[];
  /** In the order in which vendors came to the case. */
  vendors: readonly CaseVendor[];
  publishAt?: Instant;
  /** Corrections and a withdrawal that were decided, in order; published ones included. */
  revisions: readonly PlannedRevision[];
  /** Who approved which text, the last one of each coordinator. `text` is the digest of the public text. */
  textApprovals: readonly { actor: string; text: string; at: Instant }[];
  publications: readonly Publication[];
  /** Digest of the last line, and how many there are: the anchor of the chain. */
  head: { hash: string; seq: number };
}

export interface CaseReport {
  channel: Channel;
  reference?: string;
  title: string;
  product?: string;
  finder: { name?: string; contact?: string; login?: string };
  receivedOn: Day;
  original?: Original;
}

export interface Room {
  /** owner/name */
  repo: string;
  branch: string;
  /** Set where the room is for one vendor alone. */
  vendor?: string;
  pull?: number;
  closed: boolean;
}

export interface PlannedRevision {
  kind: 'correction' | 'withdrawal';
  at: Instant;
  summary: LocalizedText;
}

export interface Publication {
  text: string;
  path: string;
  revision: number;
  commit?: string;
  at: Instant;
}

/** An answer with where it came from. */
export interface RecordedAnswer {
  answer: Answer;
  via: Channel;
  on: Day;
  recordedBy: string;
  source?: Source;
  original?: Original;
  note?: string;
  /** Digest of the row that this answer makes (`rowHash`). */
  row: string;
}

/** How far a vendor has come, by the Vultron protocol's vendor fix path, as far as a coordinator sees it. */
export type VendorProgress =
  'unaware' | 'notified' | 'acknowledged' | 'answered' | 'fix-ready' | 'fix-deployed';

export interface CaseVendor {
  vendor: string;
  progress: VendorProgress;
  notifiedAt?: Instant;
  /** When something came from the vendor last. */
  heardAt?: Instant;
  remindedAt?: Instant;
  /** The last answer, approved or not. */
  latest?: RecordedAnswer;
  /** The answer that a coordinator last approved: what a table shows. Later ones wait. */
  shown?: RecordedAnswer;
  /** Whether `latest` waits for a coordinator. */
  isPending: boolean;
  /** Whether the vendor confirmed the row that is shown. */
  isSignedOff: boolean;
  /** Why the vendor objects to the publication; absent when it does not. */
  hold?: string;
  /** The comment of the latest answer was deleted. */
  isSourceRemoved: boolean;
}
