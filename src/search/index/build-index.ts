import type { Digest, IndexFile } from './build-batch.ts';
import type { BuiltSegment } from './build-segment.ts';
import { ByteWriter } from './bytes.ts';
import { encodeRoot, indexPaths, ROOT_FILE, toTag } from './root.ts';
import { encodeSegmentSets } from './segment-set.ts';
import type { TermEntry } from './term-shard.ts';
import { writeShards } from './write-shards.ts';

/** What the files above the segments are made of. */
export type SegmentSummary = Pick<BuiltSegment, 'folder' | 'count' | 'shards' | 'terms' | 'identifiers'> & {
  period: string;
};

/**
 * The files that lead to the segments: the root, the directory of terms and the list of identifiers.
 * @param segments oldest first
 */
export function buildIndex(segments: readonly SegmentSummary[], digest: Digest): IndexFile[] {
  const directory = writeShards(listDirectory(segments));
  const identifiers = writeShards(listIdentifiers(segments), (key) => key);
  const tagsOf = (shards: readonly Uint8Array[]) => shards.map((bytes) => toTag(digest(bytes)));
  const root = { segments, directory: tagsOf(directory), identifiers: tagsOf(identifiers) };
  return [
    { path: ROOT_FILE, bytes: encodeRoot(root) },
    ...directory.map((bytes, i) => ({ path: indexPaths.directory(i, root.directory[i] ?? ''), bytes })),
    ...identifiers.map((bytes, i) => ({ path: indexPaths.identifiers(i, root.identifiers[i] ?? ''), bytes })),
  ];
}

function listDirectory(segments: readonly SegmentSummary[]): TermEntry[] {
  const found = new Map<string, { records: number; places: [segment: number, places: number][] }>();
  for (const [segment, { terms }] of segments.entries()) {
    for (const [term, places, records] of terms) {
      const known = found.get(term);
      if (known === undefined) found.set(term, { records, places: [[segment, places]] });
      else {
        known.places.push([segment, places]);
        known.records += records;
      }
    }
  }
  const writer = new ByteWriter();
  return Array.from(found, ([term, { records, places }]) => ({
    term,
    payload: encodeSegmentSets(places, records, writer),
  }));
}

/** An identifier may be that of several records: a CVE is. */
function listIdentifiers(segments: readonly SegmentSummary[]): TermEntry[] {
  const found = new Map<string, number[]>();
  for (const [segment, { identifiers }] of segments.entries()) {
    for (const [key, record] of identifiers) {
      const known = found.get(key);
      if (known) known.push(segment, record);
      else found.set(key, [segment, record]);
    }
  }
  const writer = new ByteWriter();
  return Array.from(found, ([term, numbers]) => {
    for (const number of numbers) writer.varint(number);
    return { term, payload: writer.finish() };
  });
}
