import { ByteWriter } from './bytes.ts';
import { placesOf } from './directory-entry.ts';
import { TEXT, type TextPlace, writePosting } from './postings.ts';
import { PLACE } from './segment-set.ts';
import type { RunTerm } from './term-run.ts';
import type { RecordTerms } from './understanding.ts';

const NO_NAMES: readonly number[] = [];

/**
 * Every term of some records with its postings.
 * @param terms by number
 */
export function listTerms(terms: readonly string[], records: readonly RecordTerms[]): RunTerm[] {
  const { ends, holders, places } = sortByTerm(terms.length, records);
  const writer = new ByteWriter();
  const heads: Omit<RunTerm, 'payload'>[] = [];
  const offsets: number[] = [];
  let start = 0;
  for (let number = 0; number < terms.length; number += 1) {
    const end = ends[number] ?? start;
    if (end > start) {
      offsets.push(writer.length);
      heads.push({ term: terms[number] ?? '', ...writePostings(start, end) });
    }
    start = end;
  }
  offsets.push(writer.length);
  const bytes = writer.finish();
  return heads.map((head, i) => ({ ...head, payload: bytes.subarray(offsets[i], offsets[i + 1]) }));

  function writePostings(from: number, to: number): Omit<RunTerm, 'payload' | 'term'> {
    let held: number = PLACE.anywhere;
    let last = 0;
    for (let i = from; i < to; i += 1) {
      const record = holders[i] ?? 0;
      const place = places[i] ?? 0;
      const names = records[record]?.names[place] ?? NO_NAMES;
      const text = (records[record]?.texts[place] ?? TEXT.none) as TextPlace;
      writePosting(writer, { record, names, text }, last);
      held |= placesOf(names);
      last = record;
    }
    return { places: held, count: to - from, last };
  }
}

/** Counting sort: for the terms by number, one after the other, the records that hold each, and where among their terms. */
function sortByTerm(count: number, records: readonly RecordTerms[]) {
  const ends = new Uint32Array(count);
  let total = 0;
  for (const { numbers } of records) {
    for (let i = 0; i < numbers.length; i += 1) ends[numbers[i] ?? 0] = (ends[numbers[i] ?? 0] ?? 0) + 1;
  }
  for (let number = 0; number < count; number += 1) {
    const start = total;
    total += ends[number] ?? 0;
    ends[number] = start;
  }
  const holders = new Uint32Array(total);
  const places = new Uint32Array(total);
  for (const [record, { numbers }] of records.entries()) {
    for (let place = 0; place < numbers.length; place += 1) {
      const number = numbers[place] ?? 0;
      const at = ends[number] ?? 0;
      holders[at] = record;
      places[at] = place;
      ends[number] = at + 1;
    }
  }
  return { ends, holders, places };
}
