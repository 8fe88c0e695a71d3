import { ByteReader, ByteWriter, CorruptIndexError } from './bytes.ts';

/** Where a term stands in a segment, as bits: in titles, in names (titles included), anywhere. */
export const PLACE = { anywhere: 1, names: 2, titles: 4 } as const;

/** Segments by number, as bits. */
export interface SegmentSets {
  anywhere: bigint;
  names: bigint;
  titles: bigint;
  /** About how many records hold the term. */
  records: number;
}

const MAX_LOGARITHM = 15;

const SAME = 1;
const NONE = 0;
const OWN = 2;

/**
 * @param places for some segments, ascending, the places in which they hold a term
 * @param records how many records hold it, of which the logarithm is kept
 * @param writer one that has nothing to write, to spare the making of many
 */
export function encodeSegmentSets(
  places: readonly (readonly [segment: number, places: number])[],
  records: number,
  writer = new ByteWriter(),
): Uint8Array {
  const sets = [PLACE.anywhere, PLACE.names, PLACE.titles].map((place) =>
    places.filter(([, bits]) => (bits & place) !== 0).map(([segment]) => segment),
  );
  const [anywhere = [], names = [], titles = []] = sets;
  const kinds = [kindOfSet(names, anywhere), kindOfSet(titles, names)];
  const logarithm = Math.min(MAX_LOGARITHM, Math.floor(Math.log2(Math.max(1, records))));
  writer.byte((kinds[0] ?? 0) | ((kinds[1] ?? 0) << 2) | (logarithm << 4));
  writeSet(writer, anywhere);
  if (kinds[0] === OWN) writeSet(writer, names);
  if (kinds[1] === OWN) writeSet(writer, titles);
  return writer.finish();
}

function kindOfSet(set: readonly number[], larger: readonly number[]): number {
  if (set.length === 0) return NONE;
  return set.length === larger.length ? SAME : OWN;
}

/** A list of distances, or a row of bits where that is shorter; the lowest bit of the first number tells which. */
function writeSet(writer: ByteWriter, set: readonly number[]): void {
  const rowLength = Math.floor((set.at(-1) ?? 0) / 8) + 1;
  if (set.length <= rowLength) {
    writer.varint(set.length << 1);
    let previous = 0;
    for (const segment of set) {
      writer.varint(segment - previous);
      previous = segment;
    }
    return;
  }
  const row = new Uint8Array(rowLength);
  for (const segment of set) row[segment >> 3] = (row[segment >> 3] ?? 0) | (1 << (segment & 7));
  writer.varint((rowLength << 1) | 1);
  writer.bytes(row);
}

/** @param count segments of the index. @throws {CorruptIndexError} */
export function decodeSegmentSets(bytes: Uint8Array, count: number): SegmentSets {
  const reader = new ByteReader(bytes);
  const kinds = reader.byte();
  const anywhere = readSet(reader, count);
  const names = readKind(reader, kinds & 3, anywhere, count);
  const titles = readKind(reader, (kinds >> 2) & 3, names, count);
  return { anywhere, names, titles, records: 2 ** (kinds >> 4) };
}

function readKind(reader: ByteReader, kind: number, larger: bigint, count: number): bigint {
  if (kind === NONE) return 0n;
  return kind === SAME ? larger : readSet(reader, count);
}

function readSet(reader: ByteReader, count: number): bigint {
  const head = reader.varint();
  const segments = (head & 1) === 1 ? readRow(reader, head >>> 1) : readList(reader, head >>> 1);
  let set = 0n;
  for (const segment of segments) {
    if (segment >= count) throw new CorruptIndexError('The directory names a segment that is not there.');
    set |= 1n << BigInt(segment);
  }
  return set;
}

function readRow(reader: ByteReader, length: number): number[] {
  return [...reader.bytes(length)].flatMap((byte, i) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => (byte & (1 << bit)) !== 0).map((bit) => i * 8 + bit),
  );
}

function readList(reader: ByteReader, length: number): number[] {
  const list: number[] = [];
  let segment = 0;
  for (let rest = length; rest > 0; rest -= 1) list.push((segment += reader.varint()));
  return list;
}
