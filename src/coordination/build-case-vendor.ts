import type { Instant } from '#domain/dates.ts';
import type { CaseVendor, RecordedAnswer, VendorProgress } from './case-record.ts';
import { commentKey, compareSaid, saidAt, type VendorEntry } from './current-entries.ts';
import type { EntryOf } from './ledger/entry.ts';
import { rowHash } from './row.ts';

/** What a ledger holds of one vendor, in the order of its lines. */
export interface VendorFacts {
  vendor: string;
  entries: VendorEntry[];
  notifiedAt: Instant | undefined;
  remindedAt: Instant | undefined;
  /** The row that a coordinator approved last. */
  approvedRow: string | undefined;
}

/** What must be known of the case to tell how far a vendor has come. */
export interface VendorSurroundings {
  isPublished: boolean;
  /** Entries that an edit of their comment has outdone, by `seq`. */
  superseded: ReadonlySet<number>;
  /** Comments that were deleted, by `commentKey`. */
  removed: ReadonlySet<string>;
}

/**
 * A vendor as its entries tell it. What was approved stays shown, even when its comment is edited or gone, until a
 * coordinator approves something else.
 */
export function buildCaseVendor(facts: VendorFacts, surroundings: VendorSurroundings): CaseVendor {
  const said = facts.entries.toSorted(compareSaid);
  const current = said.filter(({ seq }) => !surroundings.superseded.has(seq));
  const last = current.findLast(isAnswered) ?? said.findLast(isAnswered);
  const latest = last && toRecordedAnswer(last);
  const shown = findShown(said, facts.approvedRow);
  const hold = current.findLast(({ act }) => act === 'held' || act === 'released');
  const heardAt = said.at(-1);
  return {
    vendor: facts.vendor,
    progress: progressOf(facts, latest, surroundings),
    ...(facts.notifiedAt !== undefined && { notifiedAt: facts.notifiedAt }),
    ...(heardAt !== undefined && { heardAt: saidAt(heardAt) }),
    ...(facts.remindedAt !== undefined && { remindedAt: facts.remindedAt }),
    ...(latest !== undefined && { latest }),
    ...(shown !== undefined && { shown }),
    isPending: latest !== undefined && latest.row !== shown?.row,
    isSignedOff: current.some((entry) => entry.act === 'signed-off' && entry.row === shown?.row),
    ...(hold?.act === 'held' && { hold: hold.reason }),
    isSourceRemoved: last !== undefined && isSourceRemoved(last, surroundings),
  };
}

function findShown(said: readonly VendorEntry[], approved: string | undefined): RecordedAnswer | undefined {
  if (approved === undefined) return undefined;
  const entry = said
    .filter(isAnswered)
    .findLast(({ vendor, answer }) => rowHash(vendor, answer) === approved);
  return entry && toRecordedAnswer(entry);
}

export function isAnswered(entry: VendorEntry): entry is EntryOf<'answered'> {
  return entry.act === 'answered';
}

function toRecordedAnswer(entry: EntryOf<'answered'>): RecordedAnswer {
  const { vendor, answer, via, on, actor, source, original, note } = entry;
  return {
    answer,
    via,
    on,
    recordedBy: actor,
    ...(source && { source }),
    ...(original && { original }),
    ...(note !== undefined && { note }),
    row: rowHash(vendor, answer),
  };
}

/** An edit that took every answer out of a comment removes it as much as a deletion does. */
function isSourceRemoved(entry: VendorEntry, { superseded, removed }: VendorSurroundings): boolean {
  const isDeleted = entry.source !== undefined && removed.has(commentKey(entry.source));
  return isDeleted || superseded.has(entry.seq);
}

function progressOf(
  { entries, notifiedAt }: VendorFacts,
  latest: RecordedAnswer | undefined,
  { isPublished }: VendorSurroundings,
): VendorProgress {
  if (latest !== undefined) {
    if ((latest.answer.fixed ?? []).length === 0) return 'answered';
    return isPublished ? 'fix-deployed' : 'fix-ready';
  }
  if (entries.length > 0) return 'acknowledged';
  return notifiedAt === undefined ? 'unaware' : 'notified';
}
