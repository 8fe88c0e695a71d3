import type { Piece } from './pieces.ts';
import { NAMES_FROM, type Posting, TEXT, type TextPlace } from './postings.ts';

/** How well a record holds what is looked for; less is better. The record that was named stands above all. */
export const RANK = { id: 0, wholeName: 1, title: 2, name: 3, text: 4 } as const;

/** How a record holds something. */
export interface Held {
  /** One of `RANK`; no record is held better, some worse where it is not certain. */
  rank: number;
  /** Orders records of one rank; more is better. */
  score: number;
  /** False when only the words of the record tell whether they really hold it. */
  certain: boolean;
}

/** A piece with all its postings, by record. */
export interface FoundPiece extends Pick<Piece, 'offset'> {
  postings: ReadonlyMap<number, Posting>;
}

/**
 * The records that may hold a phrase.
 * @param complete whether the pieces are all of the phrase
 */
export function matchPhrase(pieces: readonly FoundPiece[], complete: boolean): Map<number, Held> {
  const held = new Map<number, Held>();
  const [first, ...others] = pieces.toSorted((a, b) => a.postings.size - b.postings.size);
  if (first === undefined) return held;
  for (const [record, posting] of first.postings) {
    const found = others.flatMap(({ offset, postings }) => {
      const other = postings.get(record);
      return other ? [{ distance: offset - first.offset, posting: other }] : [];
    });
    if (found.length < others.length) continue;
    const value = matchRecord(posting, found, complete);
    if (value) held.set(record, value);
  }
  return held;
}

function matchRecord(
  first: Posting,
  others: readonly { distance: number; posting: Posting }[],
  complete: boolean,
): Held | undefined {
  const names = first.names.filter((position) =>
    others.every(({ distance, posting }) => posting.names.includes(position + distance)),
  );
  const text = Math.min(first.text, ...others.map(({ posting }) => posting.text)) as TextPlace;
  const score = Math.log2(1 + names.length) + text;
  const [firstName] = names;
  if (firstName !== undefined)
    return { rank: firstName < NAMES_FROM ? RANK.title : RANK.name, score, certain: complete };
  if (text === TEXT.none) return undefined;
  // Terms of a text are known without their places: several of them need not stand together.
  return { rank: RANK.text, score, certain: complete && others.length === 0 };
}

/** Postings of several terms as those of one. */
export function mergePostings(lists: readonly (readonly Posting[])[]): Map<number, Posting> {
  const merged = new Map<number, Posting>();
  for (const posting of lists.flat()) {
    const known = merged.get(posting.record);
    merged.set(posting.record, known ? joinPostings(known, posting) : posting);
  }
  return merged;
}

function joinPostings(a: Posting, b: Posting): Posting {
  const names = [...new Set([...a.names, ...b.names])].sort((x, y) => x - y);
  return { record: a.record, names, text: Math.max(a.text, b.text) as TextPlace };
}
