import type { Facet } from '../search-engine.ts';
import { KIND, kindOf } from './character-kind.ts';

/** Words that begin with the same letters stand together, so that a beginning is looked up in one place. */
const WORD_KEY = 4;
/** Identifiers all begin with the same letters; they would fill one file. */
const NUMBERED_KEY = 7;

/** Characters that are written without blanks are looked up by one, two or three. */
const RUN_KEY = 2;

/** What decides in which file a term stands: a beginning of the term that every look-up of it has. */
export function keyOfTerm(term: string): string {
  if (/^[:=]/.test(term)) return term;
  if (kindOf(term.codePointAt(0) ?? 0) !== KIND.word) return Array.from(term).slice(0, RUN_KEY).join('');
  return term.slice(0, isLongNumbered(term) ? NUMBERED_KEY : WORD_KEY);
}

/** Whether a word is as long as identifiers are and has a digit in it. */
export function isLongNumbered(word: string): boolean {
  return word.length >= NUMBERED_KEY && /\d/.test(word.slice(0, NUMBERED_KEY));
}

/** The term by which shorter beginnings of such a word find it. */
export function stubOf(word: string): string {
  return `${word.slice(0, NUMBERED_KEY - 1)}*`;
}

/** The file of a key among `count` files; FNV-1a over UTF-16 code units. */
export function shardOfKey(key: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % count;
}

/** What the index calls a whole name; no term of folded text begins so. */
export function termOfName(folded: string): string {
  return `=${folded}`;
}

/** What the directory calls a facet value; no term of folded text begins so. */
export function termOfFacet(facet: Facet, value: string): string {
  return `:${facet}:${value}`;
}
