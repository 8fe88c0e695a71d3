import { KANA_RULES, type Rule, WORD_RULES } from './spellings.ts';

/** The longest query that is looked at, in UTF-16 code units; nobody types more on purpose. */
const MAX_LENGTH = 200;

/** What somebody typed, tidy: at most 200 characters, nothing invisible, and `-` where ー was typed between digits. */
export function normalizeQuery(typed: string): string {
  const visible = typed
    .slice(0, MAX_LENGTH)
    .replace(/\p{DI}/gu, '')
    .replace(/\p{C}/gu, ' ');
  const dashed = visible
    .replace(/(?<=[A-Za-z0-9Ａ-Ｚａ-ｚ０-９])[ーｰ]/g, '-')
    .replace(DASH_AS_LONG, 'ー')
    .replace(/[“”„]/g, '"');
  // One character may become many.
  return dashed
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_LENGTH)
    .toWellFormed();
}

/** Characters that are written without blanks between words: kanji, kana, and symbols such as 〓. */
export const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{So}ー〆]`;
/** Letters and digits of words that have blanks between them. */
export const SPACED = String.raw`(?!${UNSPACED})[\p{L}\p{N}\p{M}]`;

/** Neither letter, digit nor symbol; ー counts as a dash where it lengthens nothing. */
const SEPARATORS = new RegExp(String.raw`(?:[\p{P}\p{Z}\p{C}\p{Sc}\p{Sm}\p{Sk}]|(?<!${UNSPACED})ー+)+`, 'gu');
/** Stands between two Japanese characters that belong to different clauses. */
const STOP = '。';
/** Between two Japanese characters these separate nothing. */
const LOOSE = /^[\s\-・·•‧]*$/;
const ENDS_UNSPACED = new RegExp(`${UNSPACED}$`, 'u');
const STARTS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u');

/** A character with what may melt into it: accents, voicing marks, the later parts of a Korean syllable. */
const CLUSTER =
  /[^][\p{M}\p{DI}\u309B\u309C\uFF9E\uFF9F\u1160-\u11FF\u3131-\u318E\uFFA0-\uFFDC\uD7B0-\uD7FF]*/gu;

/** A dash of the wrong sort within a katakana word. */
const DASH_AS_LONG = /(?<=[ァ-ヺｦ-ﾟ])[－‐-―−](?=[ァ-ヺｦ-ﾟ])/g;

const BEFORE: readonly Rule[] = [
  [/[™®©℠]/g, () => ' '],
  [DASH_AS_LONG, () => 'ー'],
];

const NAMES: readonly Rule[] = [
  [/(?<=[a-z])\+\+/g, () => 'plusplus'],
  [/(?<![\p{L}\p{N}])[cf]#(?!\d)/gu, (found) => `${found.charAt(0)}sharp`],
];

/**
 * The form in which index and query are compared: lower-case words of letters and digits with one space between them,
 * Japanese without any; the spelling of kana and of a few words is one. Where anything but a blank, `・` or `-` stands
 * between two Japanese characters, there is `。`. A part of a text is folded as it is within the whole, as long as it
 * is cut at word boundaries, and folding twice is folding once.
 */
export function foldText(text: string): string {
  const unified = replaceAll(unify(replaceAll(text, BEFORE)), NAMES);
  const words = unified.replace(SEPARATORS, separate);
  return settle(replaceAll(words, KANA_RULES), (it) => replaceAll(it, WORD_RULES));
}

/** Folded text, and which units of the original every unit of it stands for. */
export interface Folding {
  folded: string;
  /** For every UTF-16 unit of `folded`: where it begins in the original. Never decreases. */
  starts: readonly number[];
  /** For every UTF-16 unit of `folded`: where it ends in the original, exclusive. */
  ends: readonly number[];
}

/** {@link foldText} for text in which found words are to be marked; slower. */
export function foldWithOffsets(text: string): Folding {
  const units = Array.from({ length: text.length }, (_, at) => at);
  const start: Folding = { folded: text, starts: units, ends: units.map((at) => at + 1) };
  const words = [
    ...BEFORE,
    [CLUSTER, unify] as const,
    ...NAMES,
    [SEPARATORS, separate] as const,
    ...KANA_RULES,
  ].reduce(rewrite, start);
  return settle(words, (it) => WORD_RULES.reduce(rewrite, it));
}

function replaceAll(text: string, rules: readonly Rule[]): string {
  return rules.reduce((written, [pattern, write]) => written.replace(pattern, write), text);
}

/** Text in which only the case of letters is to be unified: ASCII, kana, usual kanji and their punctuation. */
const PLAIN = /^[\p{ASCII}\u3000-\u3029\u3041-\u3096\u30A1-\u30FE\u4E00-\u9FFF]*$/u;

/** Width, case and accents; what has no width of its own goes. */
function unify(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .replace(/\p{DI}/gu, '')
    .replace(/[\u309B\u309C]/g, (mark) => (mark === '\u309B' ? '\u3099' : '\u309A'))
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036F]/g, '')
    .replaceAll('ς', 'σ')
    .normalize('NFKC')
    .replace(/[\u3099\u309A]/g, '');
}

function separate(found: string, at: number, text: string): string {
  const end = at + found.length;
  if (at === 0 || end === text.length) return '';
  const left = isUnspaced(text.charCodeAt(at - 1)) ?? ENDS_UNSPACED.test(text.slice(Math.max(0, at - 2), at));
  const right = isUnspaced(text.charCodeAt(end)) ?? STARTS_UNSPACED.test(text.slice(end, end + 2));
  if (left && right) return LOOSE.test(found) ? '' : STOP;
  return left || right ? '' : ' ';
}

/** Whether a usual character is written without blanks; nothing for others, of which only Unicode tells. */
function isUnspaced(unit: number): boolean | undefined {
  if (unit < 0x80) return false;
  const isKana = (unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x30a1 && unit <= 0x30fa) || unit === 0x30fc;
  return isKana || (unit >= 0x4e00 && unit <= 0x9fff) ? true : undefined;
}

/** Applies a step until it changes nothing: a word may appear when another one gets its spelling. */
function settle<Text extends string | Folding>(text: Text, step: (text: Text) => Text): Text {
  const read = (it: Text): string => (typeof it === 'string' ? it : it.folded);
  const next = step(text);
  return read(next) === read(text) ? text : settle(next, step);
}

type TrackedRule = readonly [pattern: RegExp, write: (found: string, at: number, text: string) => string];

/** Replaces as `String.replace` does, and keeps account of where every unit comes from. */
function rewrite({ folded, starts, ends }: Folding, [pattern, write]: TrackedRule): Folding {
  const next = { folded: '', starts: [] as number[], ends: [] as number[] };
  const take = (piece: string, from: number, to: number): void => {
    const ratio = (to - from) / piece.length;
    for (let unit = 0; unit < piece.length; unit += 1) {
      const first = from + Math.floor(unit * ratio);
      const last = Math.max(first, from + Math.ceil((unit + 1) * ratio) - 1);
      next.starts.push(starts[first] ?? 0);
      next.ends.push(ends[last] ?? 0);
    }
    next.folded += piece;
  };
  let done = 0;
  for (const { 0: found, index } of folded.matchAll(pattern)) {
    take(folded.slice(done, index), done, index);
    done = index + found.length;
    take(write(found, index, folded), index, done);
  }
  take(folded.slice(done), done, folded.length);
  return next;
}
