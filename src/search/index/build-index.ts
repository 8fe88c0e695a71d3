import type { Digest, IndexFile } from './build-batch.ts';
import { ByteWriter } from './bytes.ts';
import { chunk } from './chunk.ts';
import { encodeDirectoryEntry, type PlacedPostings } from './directory-entry.ts';
import {
  encodeRoot,
  encodeTags,
  indexPaths,
  ROOT_FILE,
  type SegmentEntry,
  TAGS_PER_FILE,
  toTag,
} from './root.ts';
import { RUN_PARTS, type RunTerm } from './term-run.ts';
import type { TermEntry } from './term-shard.ts';
import { writeShards } from './write-shards.ts';

/** What the files above the segments are made of. */
export interface SegmentSource extends SegmentEntry {
  /** About how many bytes it adds to the directory. */
  listed: number;
  /** The terms of one part of its run. */
  readTerms: (part: number) => readonly RunTerm[];
}

/** The usual size of a file of the directory in bytes. */
const SHARD_BYTES = 3000;

/**
 * The files that lead to the segments: the root and the directory.
 * @param segments oldest first
 */
export function buildIndex(segments: readonly SegmentSource[], digest: Digest): IndexFile[] {
  const directory: Uint8Array[] = [];
  const count = countShards(segments);
  const share = count / RUN_PARTS;
  for (let part = 0; part < RUN_PARTS; part += 1)
    directory.push(...writeShards(listDirectory(segments, part), count, part * share, (part + 1) * share));
  const tags = directory.map((bytes) => toTag(digest(bytes)));
  const tagFiles = chunk(tags, TAGS_PER_FILE).map(encodeTags);
  const root = { segments, shards: count, tags: tagFiles.map((bytes) => toTag(digest(bytes))) };
  return [
    { path: ROOT_FILE, bytes: encodeRoot(root) },
    ...tagFiles.map((bytes, i) => ({ path: indexPaths.tags(i, root.tags[i] ?? ''), bytes })),
    ...directory.map((bytes, i) => ({ path: indexPaths.directory(i, tags[i] ?? ''), bytes })),
  ];
}

/**
 * About as many as the directory needs, told by what every segment would add: a number that changes seldom, because with
 * it every file of the directory changes. The parts of runs share them evenly.
 */
function countShards(segments: readonly SegmentSource[]): number {
  const wanted = segments.reduce((sum, { listed }) => sum + listed, 0) / (SHARD_BYTES * RUN_PARTS);
  let share = 1;
  while (share < wanted) share += share & (share - 1) ? share / 3 : Math.max(1, share / 2);
  return share * RUN_PARTS;
}

function listDirectory(segments: readonly SegmentSource[], part: number): TermEntry[] {
  const found = new Map<string, PlacedPostings[]>();
  for (const [segment, { readTerms }] of segments.entries()) {
    for (const { term, places, count, payload } of readTerms(part)) {
      const placed = { segment, places, count, payload };
      const known = found.get(term);
      if (known) known.push(placed);
      else found.set(term, [placed]);
    }
  }
  const writer = new ByteWriter();
  return Array.from(found, ([term, placed]) => ({ term, payload: encodeDirectoryEntry(placed, writer) }));
}
