import { foldText } from '../normalize.ts';
import { toIdentifierKey } from '../query-identifiers.ts';
import type { SearchRecord } from '../records.ts';
import { FACETS } from '../search-engine.ts';
import { Occurrences, type TermOccurrences, WEIGHT_OF_BEGINNING } from './occurrences.ts';
import { NAMES_FROM } from './postings.ts';
import { wordsPath } from './root.ts';
import { encodeWords, type StoredCard } from './stored.ts';
import { termOfFacet, termOfName } from './term-key.ts';
import { tokenize } from './tokens.ts';

/** A file of an index, by its path below the folder of the index or, for words, of all indexes. */
export interface IndexFile {
  path: string;
  bytes: Uint8Array;
}

/** Names bytes by what they hold: at least sixteen hex digits of a strong digest. */
export type Digest = (bytes: Uint8Array) => string;

/** What a record adds to the files of its segment beside its terms. */
export interface BatchRecord {
  card: StoredCard;
  facets: SearchRecord['facets'];
  /** Keys of identifiers that name it. */
  identifiers: readonly string[];
}

/** Neighbouring records of a segment, understood word by word: all that it takes to make the segment of. */
export interface Batch {
  records: readonly BatchRecord[];
  terms: readonly TermOccurrences[];
  words: readonly IndexFile[];
}

const WORDS_DIGITS = 16;

/** Understands records; what comes out depends on them alone. */
export function buildBatch(records: readonly SearchRecord[], digest: Digest): Batch {
  const occurrences = new Occurrences();
  for (const [number, record] of records.entries()) addRecord(occurrences, record, number);
  const words = records.map((record) => {
    const bytes = encodeWords(record);
    return { name: digest(bytes).slice(0, WORDS_DIGITS), bytes };
  });
  return {
    records: records.map((record, i) => toBatchRecord(record, words[i]?.name ?? '')),
    terms: occurrences.listTerms(),
    words: words.map(({ name, bytes }) => ({ path: wordsPath(name), bytes })),
  };
}

function toBatchRecord({ card, facets, labels, identifiers }: SearchRecord, words: string): BatchRecord {
  return {
    card: {
      ...card,
      facets,
      vendors: facets.vendor.map((value) => ({ value, label: labels[value] ?? '' })),
      words,
    },
    facets,
    identifiers: [...new Set(identifiers.map(toIdentifierKey))],
  };
}

function addRecord(occurrences: Occurrences, record: SearchRecord, number: number): void {
  const addName = (term: string, position: number): void => {
    occurrences.addName(term, number, position);
  };
  let next = tokenize(foldText(record.title), 0, addName);
  // A place is left free between two names, so that no phrase reaches from one into the other.
  next = Math.max(NAMES_FROM, next + 1);
  for (const name of record.names) {
    const folded = foldText(name);
    addName(termOfName(folded), next);
    next = tokenize(folded, next, addName) + 1;
  }
  for (const [i, { text }] of record.sections.entries()) {
    const weight = i === 0 ? WEIGHT_OF_BEGINNING : 1;
    tokenize(foldText(text), 0, (term) => {
      occurrences.addText(term, number, weight);
    });
  }
  for (const facet of FACETS) {
    for (const value of record.facets[facet]) occurrences.addText(termOfFacet(facet, value), number, 1);
  }
}
