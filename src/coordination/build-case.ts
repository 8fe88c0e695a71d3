import { buildCaseVendor, type VendorSurroundings } from './build-case-vendor.ts';
import { type CaseFold, type CaseProblemKind, emptyFold, foldEntry } from './case-fold.ts';
import type { CaseRecord, CaseReport } from './case-record.ts';
import { commentKey, findSuperseded } from './current-entries.ts';
import type { Head } from './ledger/chain.ts';
import type { Entry, EntryOf } from './ledger/entry.ts';

/** An entry that cannot be. It carries no words of the entry. */
export interface CaseProblem {
  kind: CaseProblemKind;
  /** The entry’s number; 0 for a ledger without entries. */
  seq: number;
}

/**
 * The case that a ledger tells. Total and deterministic: the same entries give the same case, and entries from comments
 * give the same rows in whatever order they were recorded.
 * @param entries all of a ledger, in order (`parseLedger`)
 */
export function buildCase(
  code: string,
  entries: readonly Entry[],
  head: Head,
): CaseRecord | { problems: readonly CaseProblem[] } {
  const fold = emptyFold();
  const problems = entries.flatMap((entry): CaseProblem[] => {
    const kind = foldEntry(fold, entry);
    return kind === undefined ? [] : [{ kind, seq: entry.seq }];
  });
  const { report } = fold;
  if (report === undefined && problems.length === 0)
    return { problems: [{ kind: 'case-unreceived', seq: 0 }] };
  if (report === undefined || problems.length > 0) return { problems };
  return toRecord(code, report, fold, findSuperseded(entries), head);
}

function toRecord(
  code: string,
  report: CaseReport,
  fold: CaseFold,
  superseded: ReadonlySet<number>,
  head: Head,
): CaseRecord {
  const isPublished = fold.state === 'published' || fold.publications.length > 0;
  const surroundings = { isPublished, superseded, removed: fold.removed };
  return {
    code,
    state: fold.state,
    embargo: fold.embargo,
    report,
    movedAt: fold.movedAt,
    receivedAt: fold.receivedAt,
    ...optionalParts(fold),
    rooms: fold.rooms,
    vendors: [...fold.vendors.values()].map((facts) => buildCaseVendor(facts, surroundings)),
    revisions: fold.revisions,
    textApprovals: toApprovals(fold.approvals.filter((entry) => stillStands(entry, surroundings))),
    publications: fold.publications,
    head: { hash: head.hash, seq: head.seq },
  };
}

function optionalParts(fold: CaseFold): Partial<CaseRecord> {
  const { track, refusal, embargoUntil, acceptedAt, judgedAt, clockStart, id, publishAt } = fold;
  return {
    ...(track !== undefined && { track }),
    ...(refusal !== undefined && { refusal }),
    ...(embargoUntil !== undefined && { embargoUntil }),
    ...(acceptedAt !== undefined && { acceptedAt }),
    ...(judgedAt !== undefined && { judgedAt }),
    ...(clockStart !== undefined && { clockStart }),
    ...(id !== undefined && { id }),
    ...(publishAt !== undefined && { publishAt }),
  };
}

/** An approval in a comment is taken back by deleting the comment or by editing it. */
function stillStands(
  { seq, source }: EntryOf<'text-approved'>,
  { superseded, removed }: VendorSurroundings,
): boolean {
  return !superseded.has(seq) && !(source !== undefined && removed.has(commentKey(source)));
}

/** The last approval of each coordinator. A login is one person, however it is written. */
function toApprovals(approvals: readonly EntryOf<'text-approved'>[]): CaseRecord['textApprovals'] {
  const byActor = new Map(
    approvals.map(({ actor, text, at }) => [actor.toLowerCase(), { actor: actor.toLowerCase(), text, at }]),
  );
  return [...byActor.values()];
}
