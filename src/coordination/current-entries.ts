import { compareInstants, type Instant } from '#domain/dates.ts';
import type { Entry, EntryOf, Source } from './ledger/entry.ts';

/** What comes from a vendor, in its own words or through a coordinator. */
export type VendorEntry = EntryOf<'answered' | 'signed-off' | 'held' | 'released'>;

/**
 * The entries that were made from an earlier version of a comment, by `seq`. A comment says what its latest version says:
 * an entry from an earlier one no longer counts. Versions are ordered by the time of the edit, so it does not matter in
 * which order they were recorded.
 */
export function findSuperseded(entries: readonly Entry[]): ReadonlySet<number> {
  const latest = new Map<string, Source>();
  const sourced = entries.flatMap((entry) => {
    const source = sourceOf(entry);
    return source === undefined ? [] : [{ seq: entry.seq, source }];
  });
  for (const { source } of sourced) {
    const known = latest.get(commentKey(source));
    if (known === undefined || compareInstants(known.updatedAt, source.updatedAt) <= 0)
      latest.set(commentKey(source), source);
  }
  const stale = sourced.filter(({ source }) => !isSameVersion(source, latest.get(commentKey(source))));
  return new Set(stale.map(({ seq }) => seq));
}

function sourceOf(entry: Entry): Source | undefined {
  return 'source' in entry ? entry.source : undefined;
}

/** A comment's name: ids are unique within a repository only. */
export function commentKey({ repo, comment }: Pick<Source, 'repo' | 'comment'>): string {
  return `${repo}#${comment}`;
}

function isSameVersion(source: Source, latest: Source | undefined): boolean {
  return source.sha256 === latest?.sha256 && compareInstants(source.updatedAt, latest.updatedAt) === 0;
}

/**
 * When the vendor said it: a comment, when it was last edited; an answer by another channel, at the end of its day (UTC)
 * but not after it was recorded. So a call of last week does not outdo the comment of yesterday.
 */
export function saidAt(entry: VendorEntry): Instant {
  if (entry.source !== undefined) return entry.source.updatedAt;
  if (entry.act !== 'answered') return entry.at;
  const endOfDay = `${entry.on}T23:59:59Z`;
  return compareInstants(endOfDay, entry.at) < 0 ? endOfDay : entry.at;
}

/** Order in which vendors said things, the same whatever the order in which comments were read. */
export function compareSaid(a: VendorEntry, b: VendorEntry): number {
  return (
    compareInstants(saidAt(a), saidAt(b)) ||
    (a.source?.comment ?? 0) - (b.source?.comment ?? 0) ||
    (a.source?.index ?? 0) - (b.source?.index ?? 0) ||
    a.seq - b.seq
  );
}
