import { compareText } from '#domain/compare-text.ts';
import { keyOfTerm, shardOfKey } from './term-key.ts';
import { encodeTermShard, type TermEntry } from './term-shard.ts';

/** The usual size of a file of terms in bytes: small, because one look-up reads all of it. */
const SHARD_BYTES = 3000;
/** What a term costs beside its letters and its payload. */
const HEAD_BYTES = 2;

/** Spreads terms over files of a few kilobytes each; the number of a file is what `shardOfKey` finds. */
export function writeShards(
  entries: readonly TermEntry[],
  keyOf: (term: string) => string = keyOfTerm,
): Uint8Array[] {
  const bytes = entries.reduce(
    (sum, { term, payload }) => sum + term.length + payload.length + HEAD_BYTES,
    0,
  );
  const count = Math.max(1, Math.round(bytes / SHARD_BYTES));
  const shards = Array.from({ length: count }, (): TermEntry[] => []);
  for (const entry of entries) shards[shardOfKey(keyOf(entry.term), count)]?.push(entry);
  return shards.map((shard) => encodeTermShard(shard.sort(compareEntries)));
}

/** By UTF-16 code units, which is a fixed order whatever the machine’s locale. */
function compareEntries(a: TermEntry, b: TermEntry): number {
  return compareText(a.term, b.term);
}
