import { SPACED, UNSPACED } from '../normalize.ts';

/** What a character of folded text is to the index. A sign is a kanji or a symbol: it may be looked up alone. */
export const KIND = { blank: 0, word: 1, sign: 2, kana: 3 } as const;
export type Kind = (typeof KIND)[keyof typeof KIND];

const WORD = new RegExp(`^${SPACED}`, 'u');
const WITHOUT_BLANKS = new RegExp(`^${UNSPACED}`, 'u');
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

const UNKNOWN = 255;
const known = new Uint8Array(0x10000).fill(UNKNOWN);

/** The kind of a code point. */
export function kindOf(codePoint: number): Kind {
  if (codePoint > 0xffff) return classify(codePoint);
  const found = known[codePoint] ?? UNKNOWN;
  return found === UNKNOWN ? (known[codePoint] = classify(codePoint)) : (found as Kind);
}

function classify(codePoint: number): Kind {
  const character = String.fromCodePoint(codePoint);
  if (WITHOUT_BLANKS.test(character)) return KANA.test(character) ? KIND.kana : KIND.sign;
  return WORD.test(character) ? KIND.word : KIND.blank;
}
