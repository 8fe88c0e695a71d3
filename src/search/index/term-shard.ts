import { ByteReader, ByteWriter, CorruptIndexError, openSealed, sealBytes } from './bytes.ts';

/** A term with what the file says about it. */
export interface TermEntry {
  term: string;
  payload: Uint8Array;
}

const ESCAPE = 15;
/** Most terms fit. */
const FIRST_BUFFER = 256;

/**
 * One file of terms: their number; for each, in order, the bytes shared with the one before and the new ones (four
 * bits each, 15 means that a varint follows), the new bytes, the length of its payload; then all payloads.
 * @param entries in the order of their UTF-8 bytes, each term once
 */
export function encodeTermShard(entries: readonly TermEntry[]): Uint8Array {
  const writer = new ByteWriter();
  writer.varint(entries.length);
  const encoder = new TextEncoder();
  let [previous, spare] = [new Uint8Array(), new Uint8Array(FIRST_BUFFER)];
  let buffer = new Uint8Array(FIRST_BUFFER);
  for (const { term, payload } of entries) {
    if (buffer.length < term.length * 3) buffer = new Uint8Array(term.length * 3);
    const bytes = buffer.subarray(0, encoder.encodeInto(term, buffer).written);
    const shared = countShared(previous, bytes);
    const added = bytes.length - shared;
    writer.byte((Math.min(shared, ESCAPE) << 4) | Math.min(added, ESCAPE));
    if (shared >= ESCAPE) writer.varint(shared);
    if (added >= ESCAPE) writer.varint(added);
    writer.bytes(bytes.subarray(shared));
    writer.varint(payload.length);
    previous = bytes;
    [buffer, spare] = [spare, buffer];
  }
  for (const { payload } of entries) writer.bytes(payload);
  return sealBytes(writer.finish());
}

function countShared(a: Uint8Array, b: Uint8Array): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
  return shared;
}

/** All terms of a file. @throws {CorruptIndexError} */
export function decodeTermShard(file: Uint8Array): TermEntry[] {
  const reader = new ByteReader(openSealed(file));
  const heads = Array.from({ length: readCount(reader, file.length) }, () => ({ term: '', length: 0 }));
  let previous = new Uint8Array();
  for (const head of heads) {
    const sizes = reader.byte();
    const shared = sizes >> 4 === ESCAPE ? reader.varint() : sizes >> 4;
    const added = (sizes & 15) === ESCAPE ? reader.varint() : sizes & 15;
    if (shared > previous.length) throw new CorruptIndexError('A term shares more than there is.');
    const own = reader.bytes(added);
    const bytes = new Uint8Array(shared + own.length);
    bytes.set(previous.subarray(0, shared));
    bytes.set(own, shared);
    head.term = new TextDecoder().decode(bytes);
    head.length = reader.varint();
    previous = bytes;
  }
  return heads.map(({ term, length }) => ({ term, payload: reader.bytes(length) }));
}

/** A count that the file is long enough for, so that a damaged one costs no memory. */
function readCount(reader: ByteReader, fileLength: number): number {
  const count = reader.varint();
  if (count > fileLength) throw new CorruptIndexError('A file of the index counts more than it can hold.');
  return count;
}
