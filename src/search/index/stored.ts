import type { RecordSection, SearchRecord } from '../records.ts';
import { type Facet, FACETS } from '../search-engine.ts';
import { CorruptIndexError } from './bytes.ts';

/** What a list shows of a record. */
export type StoredCard = SearchRecord['card'] & {
  facets: SearchRecord['facets'];
  /** Vendors with their names. */
  vendors: readonly { value: string; label: string }[];
  /** Name of the file that holds the words. */
  words: string;
};

/** Everything of a record in which words are looked for. */
export type StoredWords = Pick<SearchRecord, 'title' | 'names' | 'sections'>;

/** Cards stand together in files of this many, in the order of the records. */
export const CARDS_PER_FILE = 4;

/** Vendors stand in the card with their names. */
const LISTED_FACETS = FACETS.filter((facet) => facet !== 'vendor');

type Row = unknown[];

export function encodeCards(cards: readonly StoredCard[]): Uint8Array {
  const rows = cards.map(
    ({ url, id, title, language, date, score, cvss, urgent, facets, vendors, words }): Row => [
      url,
      id,
      title,
      language,
      date,
      score ?? null,
      cvss ?? null,
      urgent ? 1 : 0,
      LISTED_FACETS.map((facet) => facets[facet].join(' ')).join('|'),
      vendors.map(({ value, label }) => [value, label]),
      words,
    ],
  );
  return new TextEncoder().encode(JSON.stringify(rows));
}

/** All cards of a file. @throws {CorruptIndexError} */
export function decodeCards(file: Uint8Array): StoredCard[] {
  return toRows(parse(file)).map((row) => {
    const [url, id, title, language, date, score, cvss, urgent, values, vendors, words] = row;
    const named = toRows(vendors).map(([value, label]) => ({ value: toText(value), label: toText(label) }));
    return {
      url: toText(url),
      id: toText(id),
      title: toText(title),
      language: language === 'en' ? 'en' : 'ja',
      date: toText(date),
      ...(typeof score === 'number' && { score }),
      ...(typeof cvss === 'string' && { cvss }),
      urgent: urgent === 1,
      facets: { ...toFacets(toText(values)), vendor: named.map(({ value }) => value) },
      vendors: named,
      words: toText(words),
    };
  });
}

function toFacets(text: string): Record<Facet, string[]> {
  const lists = text.split('|').map((list) => (list === '' ? [] : list.split(' ')));
  const facets = Object.fromEntries(LISTED_FACETS.map((facet, i) => [facet, lists[i] ?? []]));
  return facets as Record<Facet, string[]>;
}

export function encodeWords({ title, names, sections }: StoredWords): Uint8Array {
  const rows = sections.map(({ id, heading, text }) => [id, heading, text]);
  return new TextEncoder().encode(JSON.stringify([title, names, rows]));
}

/** @throws {CorruptIndexError} */
export function decodeWords(file: Uint8Array): StoredWords {
  const [title, names, rows] = toList(parse(file));
  return {
    title: toText(title),
    names: toList(names).map(toText),
    sections: toRows(rows).map(([id, heading, text]) => ({
      id: id as RecordSection['id'],
      heading: toText(heading),
      text: toText(text),
    })),
  };
}

function parse(file: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(file));
  } catch (error) {
    throw new CorruptIndexError('A file of the index is no JSON.', { cause: error });
  }
}

function toList(value: unknown): Row {
  if (!Array.isArray(value))
    throw new CorruptIndexError('A file of the index holds no list where one belongs.');
  return value as Row;
}

function toRows(value: unknown): Row[] {
  return toList(value).map(toList);
}

function toText(value: unknown): string {
  if (typeof value !== 'string')
    throw new CorruptIndexError('A file of the index holds no text where one belongs.');
  return value;
}
