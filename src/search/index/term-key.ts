import type { Facet } from '../search-engine.ts';
import { KIND, kindOf } from './character-kind.ts';

/** Words that begin with the same letters stand together, so that a beginning is looked up in one place. */
const WORD_KEY = 4;
/** Identifiers all begin with the same letters; they would fill one file. */
const NUMBERED_KEY = 7;

/** Characters that are written without blanks are looked up by one, two or three. */
const RUN_KEY = 2;

/** Marks at the beginning of terms that are not of a text; folded text holds none of these characters. */
const MARK = { name: '=', facet: ':', identifier: '#', synonyms: '~' } as const;
const MARKS: readonly string[] = Object.values(MARK);
const STUB = '*';

/** What decides in which file a term stands: a beginning of the term that every look-up of it has. */
export function keyOfTerm(term: string): string {
  if (MARKS.includes(term.charAt(0))) return term;
  if (kindOf(term.codePointAt(0) ?? 0) !== KIND.word) return beginningOf(term);
  return term.slice(0, isLongNumbered(term) ? NUMBERED_KEY : WORD_KEY);
}

/** The first characters of a run, each of which may be a pair of surrogates. */
function beginningOf(run: string): string {
  let end = 0;
  for (let left = RUN_KEY; left > 0 && end < run.length; left -= 1)
    end += (run.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return run.slice(0, end);
}

/** Whether a word is as long as identifiers are and has a digit in it. */
export function isLongNumbered(word: string): boolean {
  return word.length >= NUMBERED_KEY && /\d/.test(word.slice(0, NUMBERED_KEY)) && !word.endsWith(STUB);
}

/** The term by which shorter beginnings of such a word find it. */
export function stubOf(word: string): string {
  return word.slice(0, NUMBERED_KEY - 1) + STUB;
}

/** The file of a key among `count` files. Keys near each other stay so: a file among twice as many is half of one. */
export function shardOfKey(key: string, count: number): number {
  return Math.floor((hashKey(key) / 0x1_0000_0000) * count);
}

/** FNV-1a over UTF-16 code units, and the last step of MurmurHash3, which gives all of them a say in the highest bits. */
function hashKey(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** What the index calls a whole name. */
export function termOfName(folded: string): string {
  return MARK.name + folded;
}

/** What the index calls a facet value. */
export function termOfFacet(facet: Facet, value: string): string {
  return `${MARK.facet}${facet}:${value}`;
}

/** What the index calls an identifier. @param key see `toIdentifierKey` */
export function termOfIdentifier(key: string): string {
  return MARK.identifier + key;
}

/** What the index calls a group of synonyms. @param name the first of the group */
export function termOfSynonyms(name: string): string {
  return MARK.synonyms + name;
}
