import type { SearchRecord } from '../records.ts';
import { type Facet, FACETS } from '../search-engine.ts';
import { ByteReader, ByteWriter, CorruptIndexError, openSealed, sealBytes } from './bytes.ts';

/** Values of some facets that a record has at the same time. */
export type FacetValues = Readonly<Partial<Record<Facet, readonly string[]>>>;

/** The facets with so few values that those of all records fit in one small file. */
const SMALL_FACETS = FACETS.filter((facet) => facet !== 'vendor' && facet !== 'year');

/** Vendors of this many neighbouring records stand in one file. */
export const RECORDS_PER_LEAF = 32;
/** Other facet values of this many neighbouring records do. */
export const RECORDS_PER_COLUMNS = 512;

/**
 * Facet values of some records of a segment but their vendors. Few combinations occur: they are listed once, and each
 * record has the number of its own. Years come in runs, because records are in the order of their days.
 */
export function encodeColumns(records: readonly Pick<SearchRecord, 'facets'>[]): Uint8Array {
  const writer = new ByteWriter();
  writeRuns(
    writer,
    records.map(({ facets }) => facets.year.join(' ')),
  );
  const keys = records.map(({ facets }) => SMALL_FACETS.map((facet) => facets[facet].join(' ')).join('\n'));
  const numbers = numberByFrequency(keys);
  writeCombinations(writer, [...numbers.keys()]);
  for (const key of keys) writer.varint(numbers.get(key) ?? 0);
  return sealBytes(writer.finish());
}

/** Every value once, then each combination as lists of their numbers. */
function writeCombinations(writer: ByteWriter, keys: readonly string[]): void {
  const combinations = keys.map((key) => key.split('\n').map(splitList));
  const numbers = numberByFrequency(combinations.flat(2));
  writer.varint(numbers.size);
  for (const value of numbers.keys()) writer.text(value);
  writer.varint(combinations.length);
  for (const list of combinations.flat()) {
    writer.varint(list.length);
    for (const value of list) writer.varint(numbers.get(value) ?? 0);
  }
}

function readCombinations(reader: ByteReader, file: Uint8Array): FacetValues[] {
  const values = Array.from({ length: readCount(reader, file) }, () => reader.text());
  const readList = (): string[] =>
    Array.from({ length: readCount(reader, file) }, () => values[reader.varint()] ?? '');
  return Array.from({ length: readCount(reader, file) }, () =>
    Object.fromEntries(SMALL_FACETS.map((facet) => [facet, readList()])),
  );
}

function writeRuns(writer: ByteWriter, values: readonly string[]): void {
  const runs: { value: string; length: number }[] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last?.value === value) last.length += 1;
    else runs.push({ value, length: 1 });
  }
  writer.varint(runs.length);
  for (const { value, length } of runs) {
    writer.text(value);
    writer.varint(length);
  }
}

/** The most frequent first, so that it has the shortest number. */
function numberByFrequency(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return new Map(sorted.map(([key], number) => [key, number]));
}

/** For each record its facet values but the vendors. @throws {CorruptIndexError} */
export function decodeColumns(file: Uint8Array): FacetValues[] {
  const reader = new ByteReader(openSealed(file));
  const years = readRuns(reader, file);
  const combinations = readCombinations(reader, file);
  return years.map((year) => {
    const combination = combinations[reader.varint()];
    if (combination === undefined)
      throw new CorruptIndexError('A record has facet values that are not there.');
    return { ...combination, year: splitList(year) };
  });
}

function readRuns(reader: ByteReader, file: Uint8Array): string[] {
  const values: string[] = [];
  for (let rest = reader.varint(); rest > 0; rest -= 1) {
    const value = reader.text();
    for (let length = readCount(reader, file); length > 0; length -= 1) values.push(value);
    // Every record takes a byte at least further on.
    if (values.length > file.length)
      throw new CorruptIndexError('A file counts more records than it can hold.');
  }
  return values;
}

function splitList(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

/** A count that the file is long enough for, so that a damaged one costs no memory. */
function readCount(reader: ByteReader, file: Uint8Array): number {
  const count = reader.varint();
  if (count > file.length) throw new CorruptIndexError('A file of the index counts more than it can hold.');
  return count;
}

/** A vendor with its name in the language of the index. */
export interface NamedVendor {
  value: string;
  label: string;
}

/** The vendors of each of some records. */
export function encodeVendors(records: readonly (readonly NamedVendor[])[]): Uint8Array {
  const writer = new ByteWriter();
  const named = new Map(records.flat().map(({ value, label }) => [value, label]));
  const numbers = numberByFrequency(records.flat().map(({ value }) => value));
  writer.varint(numbers.size);
  for (const vendor of numbers.keys()) {
    writer.text(vendor);
    writer.text(named.get(vendor) ?? '');
  }
  writer.varint(records.length);
  for (const vendors of records) {
    writer.varint(vendors.length);
    for (const { value } of vendors) writer.varint(numbers.get(value) ?? 0);
  }
  return sealBytes(writer.finish());
}

/** @throws {CorruptIndexError} */
export function decodeVendors(file: Uint8Array): NamedVendor[][] {
  const reader = new ByteReader(openSealed(file));
  const vendors = Array.from({ length: readCount(reader, file) }, () => ({
    value: reader.text(),
    label: reader.text(),
  }));
  return Array.from({ length: readCount(reader, file) }, () =>
    Array.from({ length: readCount(reader, file) }, () => {
      const vendor = vendors[reader.varint()];
      if (vendor === undefined) throw new CorruptIndexError('A record has a vendor that is not there.');
      return vendor;
    }),
  );
}
