import { compareText } from '#domain/compare-text.ts';
import { keyOfTerm, shardOfKey } from './term-key.ts';
import { encodeTermShard, type TermEntry } from './term-shard.ts';

/** What a term costs beside its letters and its payload, in bytes. */
const HEAD_BYTES = 2;

export function sizeOfEntry(term: string, payload: number): number {
  return term.length + payload + HEAD_BYTES;
}

/**
 * Spreads terms over files.
 * @param count of all files; the number of a file is what `shardOfKey` finds
 * @param from number of the first file that is written; no term belongs to an earlier one
 * @param to number behind the last one
 */
export function writeShards(
  entries: readonly TermEntry[],
  count: number,
  from = 0,
  to = count,
): Uint8Array[] {
  const shards = Array.from({ length: to - from }, (): TermEntry[] => []);
  for (const entry of entries) shards[shardOfKey(keyOfTerm(entry.term), count) - from]?.push(entry);
  return shards.map((shard) => encodeTermShard(shard.sort(compareEntries)));
}

/** By UTF-16 code units, which is a fixed order whatever the machine’s locale. */
function compareEntries(a: TermEntry, b: TermEntry): number {
  return compareText(a.term, b.term);
}
