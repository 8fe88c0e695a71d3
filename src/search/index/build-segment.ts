import type { BatchRecord, Digest, IndexFile } from './build-batch.ts';
import { ByteWriter } from './bytes.ts';
import { chunk } from './chunk.ts';
import { encodeColumns, encodeVendors, RECORDS_PER_COLUMNS, RECORDS_PER_LEAF } from './columns.ts';
import { shiftPostings } from './postings.ts';
import { indexPaths, type SegmentEntry } from './root.ts';
import { CARDS_PER_FILE, encodeCards } from './stored.ts';
import { type Run, RUN_PARTS, type RunTerm } from './term-run.ts';
import { sizeOfEntry, writeShards } from './write-shards.ts';

/** A batch of which a segment is made. */
export interface BatchSource {
  records: readonly BatchRecord[];
  /** The terms of one part of its run. */
  readTerms: (part: number) => readonly RunTerm[];
}

/** A segment with everything that the files above it have to know. */
export interface BuiltSegment extends SegmentEntry {
  files: readonly IndexFile[];
  run: Run;
  /** About how many bytes it adds to the directory. */
  listed: number;
}

const FOLDER_DIGITS = 12;

/** The usual size of a file of terms in bytes: small, because one look-up reads all of it. */
const SHARD_BYTES = 3000;
const SMALLEST_SHARD_BYTES = 700;
/** A small segment has smaller files, because a search begins with the newest segments, which are small. */
const USUAL_SHARDS = 64;
/** A term with more bytes of postings in one segment rarely has so few in all that they stand in the directory. */
const LISTED_BYTES = 250;

/** Makes one segment of batches, oldest first. How the records are divided into batches changes nothing. */
export function buildSegment(batches: readonly BatchSource[], digest: Digest): BuiltSegment {
  const records = batches.flatMap((batch) => batch.records);
  const run = Array.from({ length: RUN_PARTS }, (_, part) => joinTerms(batches, part));
  const terms = run.flat();
  const size = terms.reduce((sum, { term, payload }) => sum + sizeOfEntry(term, payload.length), 0);
  const shardBytes = Math.min(SHARD_BYTES, Math.max(SMALLEST_SHARD_BYTES, size / USUAL_SHARDS));
  const parts = {
    terms: writeShards(terms, Math.max(1, Math.round(size / shardBytes))),
    cards: chunk(records, CARDS_PER_FILE).map(encodeCards),
    columns: chunk(records, RECORDS_PER_COLUMNS).map(encodeColumns),
    vendors: chunk(records, RECORDS_PER_LEAF).map((some) =>
      encodeVendors(some.map(({ vendors }) => vendors)),
    ),
  };
  const folder = nameFolder(Object.values(parts).flat(), digest);
  return {
    ...{ folder, count: records.length, shards: parts.terms.length, run, listed: countListed(terms) },
    files: (['terms', 'cards', 'columns', 'vendors'] as const).flatMap((kind) =>
      parts[kind].map((bytes, i) => ({ path: indexPaths[kind](folder, i), bytes })),
    ),
  };
}

/** Terms with many postings have none in the directory, others all. */
function countListed(terms: readonly RunTerm[]): number {
  return terms.reduce(
    (sum, { term, payload: { length } }) => sum + sizeOfEntry(term, length > LISTED_BYTES ? 0 : length),
    0,
  );
}

type JoinedTerm = Omit<RunTerm, 'payload'> & { parts: Uint8Array[] };

function joinTerms(batches: readonly BatchSource[], part: number): RunTerm[] {
  const joined = new Map<string, JoinedTerm>();
  const writer = new ByteWriter();
  let base = 0;
  for (const { records, readTerms } of batches) {
    for (const { term, places, count, last, payload } of readTerms(part)) {
      const known = joined.get(term);
      if (known) {
        known.parts.push(shiftPostings(payload, base - known.last, writer));
        known.places |= places;
        known.count += count;
        known.last = base + last;
      } else {
        const parts = [base === 0 ? payload : shiftPostings(payload, base, writer)];
        joined.set(term, { term, places, count, last: base + last, parts });
      }
    }
    base += records.length;
  }
  return Array.from(joined.values(), ({ term, places, count, last, parts }) => ({
    ...{ term, places, count, last },
    payload: joinBytes(parts, writer),
  }));
}

function joinBytes(parts: readonly Uint8Array[], writer: ByteWriter): Uint8Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  for (const part of parts) writer.bytes(part);
  return writer.finish();
}

function nameFolder(contents: readonly Uint8Array[], digest: Digest): string {
  const names = contents.map((bytes) => digest(bytes)).join('\n');
  return digest(new TextEncoder().encode(names)).slice(0, FOLDER_DIGITS);
}
