import type { KeptBatch } from './batch-codec.ts';
import type { BatchRecord, Digest, IndexFile } from './build-batch.ts';
import { ByteWriter } from './bytes.ts';
import { encodeColumns, encodeVendors, RECORDS_PER_LEAF } from './columns.ts';
import { shiftPostings } from './postings.ts';
import { indexPaths, type SegmentEntry } from './root.ts';
import { CARDS_PER_FILE, encodeCards } from './stored.ts';
import type { TermEntry } from './term-shard.ts';
import { writeShards } from './write-shards.ts';

/** A segment with everything that the files above it have to know. */
export interface BuiltSegment extends Omit<SegmentEntry, 'period'> {
  files: readonly IndexFile[];
  /** Terms and facet values, each with bits of `PLACE` and the number of records that hold it. */
  terms: readonly (readonly [term: string, places: number, records: number])[];
  /** Keys of identifiers with the number of the record that they name. */
  identifiers: readonly (readonly [key: string, record: number])[];
}

const FOLDER_DIGITS = 12;

/** Makes one segment of batches, oldest first. How the records are divided into batches changes nothing. */
export function buildSegment(batches: readonly KeptBatch[], digest: Digest): BuiltSegment {
  const records = batches.flatMap((batch) => batch.records);
  const terms = joinTerms(batches);
  const parts = {
    terms: writeShards(terms),
    cards: chunk(records, CARDS_PER_FILE).map((some) => encodeCards(some.map(({ card }) => card))),
    columns: [encodeColumns(records)],
    vendors: chunk(records, RECORDS_PER_LEAF).map((some) =>
      encodeVendors(some.map(({ card }) => card.vendors)),
    ),
  };
  const folder = nameFolder(Object.values(parts).flat(), digest);
  return {
    folder,
    count: records.length,
    shards: parts.terms.length,
    files: (['terms', 'cards', 'columns', 'vendors'] as const).flatMap((kind) =>
      parts[kind].map((bytes, i) => ({ path: indexPaths[kind](folder, i), bytes })),
    ),
    terms: terms.map(({ term, places, count }) => [term, places, count]),
    identifiers: listIdentifiers(records),
  };
}

type JoinedTerm = TermEntry & { places: number; count: number };

function joinTerms(batches: readonly KeptBatch[]): JoinedTerm[] {
  const joined = new Map<string, { places: number; count: number; last: number; parts: Uint8Array[] }>();
  const writer = new ByteWriter();
  let base = 0;
  for (const { records, terms } of batches) {
    for (const { term, places, count, last, payload } of terms) {
      const known = joined.get(term);
      if (known) {
        known.parts.push(shiftPostings(payload, base - known.last, writer));
        known.places |= places;
        known.count += count;
        known.last = base + last;
      } else {
        joined.set(term, {
          places,
          count,
          last: base + last,
          parts: [base === 0 ? payload : shiftPostings(payload, base, writer)],
        });
      }
    }
    base += records.length;
  }
  return Array.from(joined, ([term, { places, count, parts }]) => ({
    ...{ term, places, count },
    payload: joinBytes(parts, writer),
  }));
}

function joinBytes(parts: readonly Uint8Array[], writer: ByteWriter): Uint8Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  for (const part of parts) writer.bytes(part);
  return writer.finish();
}

function listIdentifiers(records: readonly BatchRecord[]): [key: string, record: number][] {
  return records.flatMap(({ identifiers }, number) =>
    identifiers.map((key): [string, number] => [key, number]),
  );
}

function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}

function nameFolder(contents: readonly Uint8Array[], digest: Digest): string {
  const names = contents.map((bytes) => digest(bytes)).join('\n');
  return digest(new TextEncoder().encode(names)).slice(0, FOLDER_DIGITS);
}
