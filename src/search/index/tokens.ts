import { KIND, kindOf } from './character-kind.ts';

/**
 * Told of a term at a place of a text.
 * @param position counted in words and Japanese characters
 * @param start offset in the folded text; `end` is where the term ends
 */
export type TakeTerm = (term: string, position: number, start: number, end: number) => void;

/**
 * Cuts folded text into terms. A run of letters and digits is a word. Every character of a run without blanks begins a
 * pair; the last one stands alone, and so does a kana that begins a run, for phrases in which it stands beside a word.
 * @param from the position of the first term
 * @returns the position behind the last term
 */
export function tokenize(folded: string, from: number, take: TakeTerm): number {
  const { count, kinds, starts, ends } = readUnits(folded);
  for (let i = 0; i < count; i += 1) {
    const [kind, start = 0, end = 0] = [kinds[i], starts[i], ends[i]];
    const pairs = kind !== KIND.word && i + 1 < count && kinds[i + 1] !== KIND.word;
    const pairEnd = ends[i + 1] ?? end;
    if (pairs) take(folded.slice(start, pairEnd), from + i, start, pairEnd);
    const beginsRun = i === 0 || kinds[i - 1] === KIND.word;
    if (!pairs || (beginsRun && kind === KIND.kana)) take(folded.slice(start, end), from + i, start, end);
  }
  return from + count;
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
