import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter, CorruptIndexError, openSealed, sealBytes } from './bytes.ts';
import { decodeColumns, decodeVendors, encodeColumns, encodeVendors } from './columns.ts';
import { decodePostings, encodePostings, NAMES_FROM, type Posting, shiftPostings, TEXT } from './postings.ts';
import { decodeDirectoryEntry, encodeDirectoryEntry } from './directory-entry.ts';
import { decodeRoot, decodeTags, encodeRoot, encodeTags, toTag } from './root.ts';
import { decodeSegmentSets, encodeSegmentSets, PLACE } from './segment-set.ts';
import { decodeCards, decodeWords, encodeCards, encodeWords } from './stored.ts';
import { decodeTermShard, encodeTermShard } from './term-shard.ts';

const RECORDS = 3000;
const ascending = (max: number) =>
  fc.uniqueArray(fc.nat(max), { maxLength: 12 }).map((all) => all.sort((a, b) => a - b));
const postingList: fc.Arbitrary<Posting[]> = ascending(RECORDS - 1).chain((records) =>
  fc.tuple(
    ...records.map((record) =>
      fc.record({
        record: fc.constant(record),
        names: ascending(2000),
        text: fc.constantFrom(TEXT.somewhere, TEXT.prominent, TEXT.none),
      }),
    ),
  ),
);

describe('files of the index say what they were given', () => {
  it('in numbers and texts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 31 - 1)), fc.string({ unit: 'grapheme' }), (numbers, text) => {
        const writer = new ByteWriter();
        for (const number of numbers) writer.varint(number);
        writer.text(text);
        const reader = new ByteReader(writer.finish());
        expect(numbers.map(() => reader.varint())).toEqual(numbers);
        expect(reader.text()).toBe(text);
        expect(reader.done).toBe(true);
      }),
    );
  });

  it('in postings, also behind those of other records', () => {
    fc.assert(
      fc.property(postingList, fc.nat(RECORDS), (postings, by) => {
        const bytes = encodePostings(postings);
        expect(decodePostings(bytes, RECORDS)).toEqual(postings);
        if (postings.length === 0) return;
        const moved = postings.map((posting) => ({ ...posting, record: posting.record + by }));
        expect(decodePostings(shiftPostings(bytes, by), 2 * RECORDS)).toEqual(moved);
      }),
    );
  });

  it('in terms', () => {
    const entry = fc.record({
      term: fc.string({ unit: 'grapheme', maxLength: 40 }),
      payload: fc.uint8Array(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ term }) => term }), (entries) => {
        expect(decodeTermShard(encodeTermShard(entries))).toEqual(entries);
      }),
    );
  });

  it('in the directory, which has postings while they are few', () => {
    const few = encodePostings([
      { record: 1, names: [2, 9], text: TEXT.none },
      { record: 7, names: [NAMES_FROM + 1], text: TEXT.prominent },
    ]);
    const found = [3, 5].map((segment) => ({ segment, places: PLACE.anywhere, count: 2, payload: few }));
    const sizes = [8, 8, 8, 8, 8, 8];
    const lists = decodeDirectoryEntry(encodeDirectoryEntry(found, new ByteWriter()), sizes);
    const bits = (1n << 3n) | (1n << 5n);
    expect(lists).toMatchObject({ anywhere: bits, names: bits, titles: bits, records: 4 });
    expect([...(lists.lists ?? [])]).toEqual([3, 5].map((segment) => [segment, decodePostings(few, 8)]));
    const many = { segment: 2, places: PLACE.anywhere, count: 900, payload: new Uint8Array(5000) };
    const sets = decodeDirectoryEntry(encodeDirectoryEntry([many], new ByteWriter()), sizes);
    expect(sets).toEqual({ anywhere: 4n, names: 0n, titles: 0n, records: 512 });
    expect(() => decodeDirectoryEntry(encodeDirectoryEntry(found, new ByteWriter()), [8, 8])).toThrow(
      CorruptIndexError,
    );
  });

  it('in sets of segments', () => {
    const places = [0, PLACE.names, PLACE.names | PLACE.titles].map((place) => place | PLACE.anywhere);
    const set = ascending(200).chain((segments) =>
      fc.tuple(...segments.map((it) => fc.tuple(fc.constant(it), fc.constantFrom(...places)))),
    );
    fc.assert(
      fc.property(set, (given) => {
        const bits = (place: number): bigint =>
          given.reduce((all, [it, places]) => (places & place ? all | (1n << BigInt(it)) : all), 0n);
        expect(decodeSegmentSets(encodeSegmentSets(given, 1000), 201)).toEqual({
          anywhere: bits(PLACE.anywhere),
          names: bits(PLACE.names),
          titles: bits(PLACE.titles),
          records: 512,
        });
      }),
    );
  });

  it('in facet values and vendors', () => {
    const slug = fc.constantFrom('a', 'b-1', 'c', 'd');
    const list = fc.uniqueArray(slug);
    const facets = fc.record({
      ...{ year: fc.constantFrom(['2024'], ['2025']), family: fc.tuple(slug), severity: list },
      ...{ vendor: list, status: list, fix: fc.tuple(slug) },
    });
    fc.assert(
      fc.property(fc.array(facets), (all) => {
        const known = all.map(({ year, family, severity, status, fix }) => ({
          year,
          family,
          severity,
          status,
          fix,
        }));
        expect(decodeColumns(encodeColumns(all.map((it) => ({ facets: it }))))).toEqual(known);
        const vendors = all.map(({ vendor }) => vendor.map((value) => ({ value, label: `会社 ${value}` })));
        expect(decodeVendors(encodeVendors(vendors))).toEqual(vendors);
      }),
    );
  });

  it('in cards, words and the root', () => {
    const card = {
      ...{ url: '/jp/A1/', id: 'A#1', title: '題', language: 'ja' as const, date: '2025-01-02', score: 9.8 },
      ...{ urgent: true, vendors: [{ value: 'v', label: '会社' }], words: 'abc' },
      facets: {
        ...{ year: ['2025'], family: ['jp'], severity: [], vendor: ['v'] },
        ...{ status: ['fixed', 'unknown'], fix: ['none'] },
      },
    };
    expect(decodeCards(encodeCards([card]))).toEqual([card]);
    const words = { title: 't', names: ['n'], sections: [{ id: null, heading: '', text: 'x' }] };
    expect(decodeWords(encodeWords(words))).toEqual(words);
    const segment = { folder: 'f', count: 2, shards: 3 };
    const root = { segments: [segment], shards: 16, tags: ['aaaa', 'bbbb'] };
    expect(decodeRoot(encodeRoot(root))).toEqual(root);
    const tags = ['0123ab', 'ffffff', '000000'].map(toTag);
    expect(new Set(tags).size).toBe(3);
    expect(decodeTags(encodeTags(tags))).toEqual(tags);
  });
});

describe('damaged files', () => {
  it('are noticed by their checksum, whatever was done to them', () => {
    const sealed = sealBytes(new TextEncoder().encode('a file of the index'));
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = sealed.slice();
        damaged[at] = (damaged[at] ?? 0) ^ change;
        expect(() => openSealed(damaged)).toThrow(CorruptIndexError);
        expect(() => openSealed(sealed.subarray(0, at))).toThrow(CorruptIndexError);
      }),
    );
  });

  it('end every reader, with an error or without', () => {
    const readers = [decodeTags, decodeTermShard, decodeColumns, decodeVendors].map(
      (decode) => (bytes: Uint8Array) => {
        decode(sealBytes(bytes));
      },
    );
    const open = [
      decodeCards,
      decodeWords,
      decodeRoot,
      (bytes: Uint8Array) => decodePostings(bytes, RECORDS),
    ];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        for (const decode of [...readers, ...open]) {
          try {
            decode(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(CorruptIndexError);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
