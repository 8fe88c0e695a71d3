import { ByteReader, ByteWriter, openSealed, sealBytes } from './bytes.ts';
import { keyOfTerm, shardOfKey } from './term-key.ts';

/** A term with the records of a batch or segment that hold it. */
export interface RunTerm {
  term: string;
  /** Bits of `PLACE`. */
  places: number;
  /** How many records there are. */
  count: number;
  /** Number of the last of them. */
  last: number;
  /** Encoded postings. */
  payload: Uint8Array;
}

/** Terms are merged part by part, so that never all of them are in memory at once. */
export const RUN_PARTS = 16;

/** All terms of some records, each once, in parts by their keys. */
export type Run = readonly (readonly RunTerm[])[];

export function divideRun(terms: readonly RunTerm[]): RunTerm[][] {
  const parts = Array.from({ length: RUN_PARTS }, (): RunTerm[] => []);
  for (const term of terms) parts[shardOfKey(keyOfTerm(term.term), RUN_PARTS)]?.push(term);
  return parts;
}

/** One part of a run as it is kept between builds. */
export function encodeRunPart(terms: readonly RunTerm[]): Uint8Array {
  const writer = new ByteWriter();
  writer.text(JSON.stringify(terms.map(({ term }) => term)));
  for (const { places, count, last, payload } of terms) {
    writer.byte(places);
    writer.varint(count);
    writer.varint(last);
    writer.varint(payload.length);
  }
  for (const { payload } of terms) writer.bytes(payload);
  return sealBytes(writer.finish());
}

/** @throws {CorruptIndexError} */
export function decodeRunPart(bytes: Uint8Array): RunTerm[] {
  const reader = new ByteReader(openSealed(bytes));
  const terms = JSON.parse(reader.text()) as string[];
  const heads = terms.map((term) => ({
    ...{ term, places: reader.byte(), count: reader.varint(), last: reader.varint() },
    length: reader.varint(),
  }));
  return heads.map(({ term, places, count, last, length }) => ({
    ...{ term, places, count, last },
    payload: reader.bytes(length),
  }));
}
