import { foldText } from '../normalize.ts';
import type { SearchQuery } from '../query.ts';
import { type Choices, FACETS } from '../search-engine.ts';
import { type Piece, type Pieces, toPieces } from './pieces.ts';
import { termOfFacet, termOfName } from './term-key.ts';

/** A phrase that is looked for. */
export interface WantedPhrase {
  folded: string;
  /** Terms by which it is looked up in a segment. */
  pieces: readonly Piece[];
  /** Whether the pieces are the whole phrase, so that names need not be read to know that they hold it. */
  complete: boolean;
  /** Terms by which segments are chosen. */
  hints: readonly Piece[];
  /** About how many records hold a piece, as far as the directory has told. */
  records: Map<Piece, number>;
}

/** Phrases of which one has to be there. */
export type WantedTerm = readonly WantedPhrase[];

/** What is needed of the index to answer a request. */
export interface Wanted {
  terms: readonly WantedTerm[];
  /** Terms for names that are just what was typed. */
  wholeNames: readonly string[];
  /** For every facet in which values are chosen, the terms of those values. */
  choices: readonly (readonly string[])[];
}

/** More would cost more files than a reader should wait for; queries are written by anybody. */
const MAX_TERMS = 8;
const MAX_ALTERNATIVES = 16;
const MAX_LENGTH = 200;
const MAX_CHOICES = 64;
/** So few pieces are all looked up: a text that holds them all holds the phrase nearly always. */
const MIN_PIECES = 3;

/** Terms that say nothing (a kana alone) are left out. */
export function toWanted(query: SearchQuery, choices: Choices): Wanted {
  const phrases = query.terms
    .slice(0, MAX_TERMS)
    .map(({ alternatives }) => alternatives.slice(0, MAX_ALTERNATIVES).flatMap(toSplitPhrase))
    .filter((term) => term.length > 0);
  const count = phrases.flat().length;
  const [single] = phrases;
  const whole = phrases.length === 1 && single ? single.slice(0, 1).map(({ folded }) => folded) : [];
  return {
    terms: phrases.map((term) => term.map((phrase) => toWantedPhrase(phrase, count))),
    wholeNames: count === 0 ? [] : [...new Set([...whole, foldText(query.text)])].map(termOfName),
    choices: FACETS.flatMap((facet) => {
      const values = (choices[facet] ?? []).slice(0, MAX_CHOICES);
      return values.length === 0 ? [] : [values.map((value) => termOfFacet(facet, value))];
    }),
  };
}

interface SplitPhrase extends Pieces {
  folded: string;
}

function toSplitPhrase(alternative: string): SplitPhrase[] {
  const folded = alternative.slice(0, MAX_LENGTH);
  const pieces = toPieces(folded);
  return pieces ? [{ folded, ...pieces }] : [];
}

/** The more phrases there are, the fewer files each may cost; what is left open is read in the words of the hits. */
function toWantedPhrase({ folded, all, cover }: SplitPhrase, phrases: number): WantedPhrase {
  const most = phrases === 1 ? 7 : phrases <= 3 ? 5 : phrases <= 6 ? 4 : 3;
  const hints = spread(all, phrases === 1 ? 3 : 2);
  const records = new Map<Piece, number>();
  if (all.length <= MIN_PIECES) return { folded, pieces: all, complete: true, hints, records };
  const complete = cover.length <= most;
  return { folded, pieces: complete ? cover : spread(cover, most), complete, hints, records };
}

/** Some that stand far from each other. */
function spread(pieces: readonly Piece[], count: number): Piece[] {
  if (pieces.length <= count) return [...pieces];
  if (count === 1) return pieces.slice(Math.floor(pieces.length / 2)).slice(0, 1);
  return Array.from({ length: count }, (_, i) => Math.round((i * (pieces.length - 1)) / (count - 1))).flatMap(
    (i) => pieces[i] ?? [],
  );
}
