import { ByteReader, ByteWriter, CorruptIndexError } from './bytes.ts';

/** A record that holds a term. */
export interface Posting {
  /** Number of the record in its segment. */
  record: number;
  /** Positions in the title and, from `NAMES_FROM` up, in other names; ascending. */
  names: readonly number[];
  /** Whether the text holds it, and how prominently; where exactly is found out from the text itself. */
  text: TextPlace;
}

export const TEXT = { none: 0, somewhere: 1, prominent: 2 } as const;
export type TextPlace = (typeof TEXT)[keyof typeof TEXT];

/** The position at which names other than the title begin; a longer title reaches into them. */
export const NAMES_FROM = 512;

const IN_NAMES = 4;

/**
 * Postings as bytes: for each record the distance from the one before, with one bit that tells whether names hold the
 * term and two for the text; then the distances of the positions in names, each with one bit that tells whether
 * another one follows.
 * @param writer one that has nothing to write, to spare the making of many
 */
export function encodePostings(postings: readonly Posting[], writer = new ByteWriter()): Uint8Array {
  let previous = 0;
  for (const posting of postings) {
    writePosting(writer, posting, previous);
    previous = posting.record;
  }
  return writer.finish();
}

/** @param previous the record of the posting before it, or 0 */
export function writePosting(writer: ByteWriter, { record, names, text }: Posting, previous: number): void {
  writer.varint(((record - previous) << 3) | (names.length > 0 ? IN_NAMES : 0) | text);
  writePositions(writer, names);
}

/** The same postings of records whose numbers are higher by as much, behind others. */
export function shiftPostings(bytes: Uint8Array, by: number, writer = new ByteWriter()): Uint8Array {
  const reader = new ByteReader(bytes);
  writer.varint(reader.varint() + (by << 3));
  writer.bytes(reader.rest());
  return writer.finish();
}

function writePositions(writer: ByteWriter, positions: readonly number[]): void {
  let previous = 0;
  for (let i = 0; i < positions.length; i += 1) {
    const position = positions[i] ?? 0;
    writer.varint(((position - previous) << 1) | (i < positions.length - 1 ? 1 : 0));
    previous = position;
  }
}

/** @param count records of the segment. @throws {CorruptIndexError} */
export function decodePostings(bytes: Uint8Array, count: number): Posting[] {
  const reader = new ByteReader(bytes);
  const postings: Posting[] = [];
  let record = 0;
  while (!reader.done) {
    const head = reader.varint();
    record += head >>> 3;
    if (record >= count) throw new CorruptIndexError('A posting names a record that is not there.');
    const names = (head & IN_NAMES) === 0 ? [] : readPositions(reader);
    postings.push({ record, names, text: Math.min(head & 3, TEXT.prominent) as TextPlace });
  }
  return postings;
}

function readPositions(reader: ByteReader): number[] {
  const positions: number[] = [];
  let position = 0;
  for (;;) {
    const step = reader.varint();
    position += step >>> 1;
    positions.push(position);
    if ((step & 1) === 0) return positions;
  }
}
