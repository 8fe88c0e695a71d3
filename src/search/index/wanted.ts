import { foldText } from '../normalize.ts';
import type { SearchQuery } from '../query.ts';
import { toIdentifierKey } from '../query-identifiers.ts';
import { type Choices, FACETS } from '../search-engine.ts';
import { type SynonymGroup, synonymGroupOf } from '../synonym-group.ts';
import type { LookedUp } from './directory.ts';
import { type Piece, type Pieces, toPieces } from './pieces.ts';
import { isLongNumbered, termOfFacet, termOfIdentifier, termOfName, termOfSynonyms } from './term-key.ts';

/** A phrase, or a group of synonyms, that is looked for. */
export interface WantedPhrase {
  /** Terms by which it is looked up in a segment. */
  pieces: readonly Piece[];
  /** Whether the pieces are the whole phrase, so that names need not be read to know that they hold it. */
  complete: boolean;
  /** Terms by which segments are chosen. */
  hints: readonly Piece[];
}

/** Phrases of which one has to be there. */
export interface WantedTerm {
  /** Folded, as they stand in a text. */
  alternatives: readonly string[];
  /** What they are looked up by. */
  phrases: readonly WantedPhrase[];
}

/** What is needed of the index to answer a request. */
export interface Wanted {
  terms: readonly WantedTerm[];
  /** Identifiers that the query names. */
  identifiers: readonly Piece[];
  /** Names that are just what was typed. */
  wholeNames: readonly Piece[];
  /** For every facet in which values are chosen, those values. */
  choices: readonly (readonly Piece[])[];
  /** What the directory has told of any of them so far. */
  found: Map<Piece, LookedUp>;
}

/** More would cost more files than a reader should wait for; queries are written by anybody. */
const MAX_TERMS = 8;
const MAX_ALTERNATIVES = 16;
const MAX_LENGTH = 200;
const MAX_CHOICES = 64;
/** Queries are written by anybody; nobody names more advisories at once. */
const MAX_KEYS = 8;

/** Terms that say nothing (a kana alone) are left out. */
export function toWanted(query: SearchQuery, choices: Choices): Wanted {
  const terms = query.terms.slice(0, MAX_TERMS).map(toSplitTerm);
  const telling = terms.filter(({ phrases, group }) => phrases.length > 0 || group !== undefined);
  const count = telling.flatMap(({ phrases }) => phrases).length + telling.length;
  const keys = listKeys(query);
  return {
    terms: telling.map((term) => toWantedTerm(term, count)),
    identifiers: keys.map((key) => toWhole(termOfIdentifier(key))),
    wholeNames: listWholeNames(query, telling).map((name) => toWhole(termOfName(name))),
    choices: FACETS.flatMap((facet) => {
      const values = (choices[facet] ?? []).slice(0, MAX_CHOICES);
      return values.length === 0 ? [] : [values.map((value) => toWhole(termOfFacet(facet, value)))];
    }),
    found: new Map(),
  };
}

/** Identifiers in the query; and all of it, which may be one that cannot be told from other words. */
function listKeys({ identifiers, text }: SearchQuery): string[] {
  const whole = toIdentifierKey(text);
  const keys = [...identifiers.map(toIdentifierKey), ...(/\d{4}/.test(whole) ? [whole] : [])];
  return [...new Set(keys)].slice(0, MAX_KEYS);
}

/** What is nothing but an identifier is the name of a record, not of what the record is about. */
function listWholeNames({ identifiers, text }: SearchQuery, terms: readonly SplitTerm[]): string[] {
  const [single] = terms;
  if (single === undefined || identifiers.some((it) => toIdentifierKey(it) === toIdentifierKey(text)))
    return [];
  const whole = terms.length === 1 ? single.alternatives.slice(0, 1) : [];
  return [...new Set([...whole, foldText(text)])];
}

interface SplitTerm {
  alternatives: readonly string[];
  /** Those that the group of synonyms does not find. */
  phrases: readonly Pieces[];
  group: SynonymGroup | undefined;
}

function toSplitTerm({ typed, alternatives }: SearchQuery['terms'][number]): SplitTerm {
  const known = alternatives.slice(0, MAX_ALTERNATIVES).map((it) => it.slice(0, MAX_LENGTH));
  const group = synonymGroupOf(foldText(typed));
  const others = known.filter((phrase) => !group?.phrases.includes(phrase));
  return { alternatives: known, phrases: others.flatMap((phrase) => toPieces(phrase) ?? []), group };
}

function toWantedTerm({ alternatives, phrases, group }: SplitTerm, count: number): WantedTerm {
  const all = phrases.map((pieces, i) => toWantedPhrase(pieces, count, group !== undefined || i > 0));
  if (group === undefined) return { alternatives, phrases: all };
  const pieces = [toWhole(termOfSynonyms(group.name))];
  return { alternatives, phrases: [{ pieces, hints: pieces, complete: true }, ...all] };
}

/** A term that is looked up as it is. */
function toWhole(term: string): Piece {
  return { term, offset: 0, beginning: false };
}

/**
 * The more phrases there are, the fewer files each may cost; what is left open is read in the words of the hits, which
 * their excerpts need anyway.
 * @param isOther whether it is another way to write what was typed
 */
function toWantedPhrase({ all, cover }: Pieces, phrases: number, isOther: boolean): WantedPhrase {
  const most = phrases <= 2 ? 3 : 2;
  // A number says more than all other words.
  const numbered = all.filter(({ term }) => isLongNumbered(term));
  if (all.length <= most) return { pieces: all, complete: true, hints: choose(all, numbered, isOther) };
  if (cover.length <= most) return { pieces: cover, complete: true, hints: choose(cover, numbered, isOther) };
  const some = spread(all, most);
  return { pieces: some, complete: false, hints: choose(some, numbered, isOther) };
}

function choose(pieces: readonly Piece[], numbered: readonly Piece[], isOther: boolean): readonly Piece[] {
  if (numbered.length > 0) return numbered.slice(0, 1);
  return isOther ? spread(pieces, 1) : pieces;
}

/** Some that stand far from each other. */
function spread(pieces: readonly Piece[], count: number): Piece[] {
  if (pieces.length <= count) return [...pieces];
  if (count === 1) return pieces.slice(Math.floor(pieces.length / 2)).slice(0, 1);
  return Array.from({ length: count }, (_, i) => Math.round((i * (pieces.length - 1)) / (count - 1))).flatMap(
    (i) => pieces[i] ?? [],
  );
}
