import { KIND, kindOf } from './character-kind.ts';
import { synonymTermsAt } from './synonym-terms.ts';
import { isLongNumbered, stubOf } from './term-key.ts';

/** How many characters a term holds where there are no blanks between words. */
export const GRAM = 3;

/** Told of a term, which is a piece of a text, and of its place; positions count words and Japanese characters. */
export type TakeTerm = (text: string, start: number, end: number, position: number) => void;

/**
 * Cuts folded text into terms. A run of letters and digits is a word; the beginning of a long one with digits is a term
 * too (`stubOf`). Every character of a run without blanks begins a term of three, or fewer at the end of the run; kanji and
 * symbols also stand alone, and so does a kana that begins a run, for phrases in which it is the only one beside a word.
 * A phrase that has synonyms is the term of their group too.
 * @param from the position of the first term
 * @returns the position behind the last term
 */
export function tokenize(folded: string, from: number, take: TakeTerm): number {
  const { count, kinds, starts, ends } = readUnits(folded);
  for (let i = 0; i < count; i += 1) {
    const [start, kind] = [starts[i] ?? 0, kinds[i]];
    let last = i;
    if (kind !== KIND.word) {
      while (last + 1 < count && last + 1 < i + GRAM && kinds[last + 1] !== KIND.word) last += 1;
    }
    const end = ends[last] ?? start;
    take(folded, start, end, from + i);
    if (kind === KIND.word) takeStub(folded.slice(start, end), from + i, take);
    const standsAlone = kind === KIND.sign || (kind === KIND.kana && beginsRun(kinds, i));
    if (last > i && standsAlone) take(folded, start, ends[i] ?? start, from + i);
    for (const term of synonymTermsAt(folded, start)) take(term, 0, term.length, from + i);
  }
  return from + count;
}

function takeStub(word: string, position: number, take: TakeTerm): void {
  if (!isLongNumbered(word)) return;
  const stub = stubOf(word);
  take(stub, 0, stub.length, position);
}

function beginsRun(kinds: Uint8Array, i: number): boolean {
  return i === 0 || kinds[i - 1] === KIND.word;
}

/** Words, characters that are written without blanks, and blanks between two of those: each takes one position. */
export interface Units {
  count: number;
  kinds: Uint8Array;
  /** Offsets in the folded text. */
  starts: Uint32Array;
  ends: Uint32Array;
}

export function readUnits(folded: string): Units {
  const { length } = folded;
  const kinds = new Uint8Array(length);
  const starts = new Uint32Array(length);
  const ends = new Uint32Array(length);
  let count = 0;
  for (let at = 0; at < length;) {
    const start = at;
    const kind = kindAt(folded, at);
    at += widthAt(folded, at);
    if (kind === KIND.word) while (at < length && kindAt(folded, at) === KIND.word) at += widthAt(folded, at);
    // Blanks between words only separate them; folding leaves others where something stood between two sentences.
    if (kind === KIND.blank && (count === 0 || kinds[count - 1] === KIND.word || at >= length)) continue;
    kinds[count] = kind;
    starts[count] = start;
    ends[count] = at;
    count += 1;
  }
  return { count, kinds, starts, ends };
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return kindOf(unit < 0xd800 || unit > 0xdfff ? unit : (text.codePointAt(at) ?? unit));
}

function widthAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff && at + 1 < text.length ? 2 : 1;
}
