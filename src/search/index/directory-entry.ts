import { ByteReader, type ByteWriter, CorruptIndexError } from './bytes.ts';
import { decodePostings, NAMES_FROM, type Posting } from './postings.ts';
import { decodeSegmentSets, encodeSegmentSets, PLACE, type SegmentSets } from './segment-set.ts';

/** What one segment says about a term. */
export interface PlacedPostings {
  /** Number of the segment. */
  segment: number;
  /** Bits of `PLACE`. */
  places: number;
  /** How many of its records hold the term. */
  count: number;
  /** Encoded postings. */
  payload: Uint8Array;
}

/** What the directory tells about a term. */
export interface Found extends SegmentSets {
  /** All postings by segment, when they are so few that the directory has them itself. */
  lists?: ReadonlyMap<number, readonly Posting[]>;
}

/** Postings up to this many bytes stand in the directory: a rare word then is found without reading any segment. */
const MOST_BYTES = 1024;
/** Begins an entry with postings; sets of segments begin otherwise. */
const LISTS = 3;

/**
 * @param found segments in ascending order
 * @param writer one that has nothing to write, to spare the making of many
 */
export function encodeDirectoryEntry(found: readonly PlacedPostings[], writer: ByteWriter): Uint8Array {
  let bytes = 0;
  let records = 0;
  for (const { payload, count } of found) {
    bytes += payload.length;
    records += count;
  }
  if (bytes > MOST_BYTES) {
    const places = found.map((it) => [it.segment, it.places] as const);
    return encodeSegmentSets(places, records, writer);
  }
  writer.byte(LISTS);
  let previous = 0;
  for (const { segment, payload } of found) {
    writer.varint(segment - previous);
    writer.varint(payload.length);
    writer.bytes(payload);
    previous = segment;
  }
  return writer.finish();
}

/** @param sizes how many records each segment of the index has. @throws {CorruptIndexError} */
export function decodeDirectoryEntry(bytes: Uint8Array, sizes: readonly number[]): Found {
  return bytes[0] === LISTS ? readLists(bytes, sizes) : decodeSegmentSets(bytes, sizes.length);
}

function readLists(bytes: Uint8Array, sizes: readonly number[]): Found {
  const reader = new ByteReader(bytes);
  reader.byte();
  const lists = new Map<number, readonly Posting[]>();
  const sets = { anywhere: 0n, names: 0n, titles: 0n, records: 0 };
  for (let segment = 0; !reader.done;) {
    segment += reader.varint();
    const size = sizes[segment];
    if (size === undefined) throw new CorruptIndexError('The directory names a segment that is not there.');
    const postings = decodePostings(reader.bytes(reader.varint()), size);
    const bit = 1n << BigInt(segment);
    const places = postings.reduce((all, { names }) => all | placesOf(names), 0);
    sets.anywhere |= bit;
    if ((places & PLACE.names) !== 0) sets.names |= bit;
    if ((places & PLACE.titles) !== 0) sets.titles |= bit;
    sets.records += postings.length;
    lists.set(segment, postings);
  }
  return { ...sets, lists };
}

/** Where positions in names lie, as bits of `PLACE`. */
export function placesOf([first]: readonly number[]): number {
  if (first === undefined) return 0;
  return first < NAMES_FROM ? PLACE.names | PLACE.titles : PLACE.names;
}
