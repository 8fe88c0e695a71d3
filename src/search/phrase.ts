import { SPACED } from './normalize.ts';

/** Words up to this length are meant whole: NEC is not the beginning of “necessary”. */
const WHOLE_WORD = 3;

const STARTS_SPACED = new RegExp(`^${SPACED}`, 'u');
const ENDS_SPACED = new RegExp(`${SPACED}$`, 'u');
const LAST_WORD = new RegExp(`(?:${SPACED})*$`, 'u');

/**
 * Where a folded phrase begins in folded text, or -1. A word with blanks around it is found from its beginning; the last
 * one may go on when four characters or more are given. Japanese is found anywhere.
 */
export function findPhrase(folded: string, phrase: string, from = 0): number {
  if (phrase === '') return -1;
  const startsWord = STARTS_SPACED.test(phrase);
  const endsWord = endsWhole(phrase);
  let at = folded.indexOf(phrase, from);
  while (at !== -1) {
    const end = at + phrase.length;
    const inside =
      (startsWord && ENDS_SPACED.test(folded.slice(Math.max(0, at - 2), at))) ||
      (endsWord && STARTS_SPACED.test(folded.slice(end, end + 2)));
    if (!inside) return at;
    at = folded.indexOf(phrase, at + 1);
  }
  return -1;
}

/** Whether the phrase ends in a word that is too short to be the beginning of another. */
export function endsWhole(phrase: string): boolean {
  const { length } = LAST_WORD.exec(phrase)?.[0] ?? '';
  return length > 0 && length <= WHOLE_WORD;
}

/** The mark of a long vowel at the end of a word of three sounds or more is optional. */
const FINAL_MARK = /(?<=[ァ-ヶー]{3})ー+$/;

/** A folded phrase as it is looked for: サーバ finds サーバー too. */
export function withoutFinalMark(folded: string): string {
  return folded.replace(FINAL_MARK, '');
}
