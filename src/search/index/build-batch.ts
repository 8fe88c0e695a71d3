import type { SearchRecord } from '../records.ts';
import { listTerms } from './list-terms.ts';
import { wordsPath } from './root.ts';
import { encodeWords, type StoredCard } from './stored.ts';
import { divideRun, type Run } from './term-run.ts';
import { Understanding } from './understanding.ts';

/** A file of an index, by its path below the folder of the index or, for words, of all indexes. */
export interface IndexFile {
  path: string;
  bytes: Uint8Array;
}

/** Names bytes by what they hold: at least sixteen hex digits of a strong digest. */
export type Digest = (bytes: Uint8Array) => string;

/** What a record adds to the files of its segment beside its terms. */
export type BatchRecord = StoredCard;

/** Neighbouring records of a segment, understood word by word: all that it takes to make the segment of. */
export interface Batch {
  records: readonly BatchRecord[];
  run: Run;
  words: readonly IndexFile[];
}

const WORDS_DIGITS = 16;

/**
 * Understands records; what comes out depends on them alone.
 * @param understanding one for the same advisories in several languages spares work
 */
export function buildBatch(
  records: readonly SearchRecord[],
  digest: Digest,
  understanding = new Understanding(),
): Batch {
  const words = records.map((record) => {
    const bytes = encodeWords(record);
    return { name: digest(bytes).slice(0, WORDS_DIGITS), bytes };
  });
  const terms = records.map((record, i) => understanding.read(record, words[i]?.name ?? ''));
  return {
    records: records.map((record, i) => toCard(record, words[i]?.name ?? '')),
    run: divideRun(listTerms(understanding.table.terms, terms)),
    words: words.map(({ name, bytes }) => ({ path: wordsPath(name), bytes })),
  };
}

function toCard({ card, facets, labels }: SearchRecord, words: string): BatchRecord {
  const vendors = facets.vendor.map((value) => ({ value, label: labels[value] ?? '' }));
  return { ...card, facets, vendors, words };
}
