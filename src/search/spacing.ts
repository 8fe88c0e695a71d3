/** Writing without blanks between words: kanji, kana, their iteration marks and the long vowel. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]`;
const UNSPACED_CHARACTER = new RegExp(UNSPACED, 'gu');
const UNSPACED_WORD = new RegExp(UNSPACED, 'u');
const ADDED_BLANK = new RegExp(`(?<=${UNSPACED}(?:</?mark>)*) +(?=(?:</?mark>)*${UNSPACED})`, 'gu');

/**
 * Text with a blank around every Japanese character, so that each is a word of its own.
 * An index and a query that are cut into words by two different dictionaries do not find each other; cut into
 * characters they do, and a phrase of characters is exactly a part of the text.
 */
export function spaceCharacters(text: string): string {
  return text.replace(UNSPACED_CHARACTER, ' $& ').replace(/ {2,}/g, ' ').trim();
}

/** The way back, for an excerpt in which `<mark>` surrounds found words: neighbouring marks become one. */
export function joinCharacters(markup: string): string {
  return markup.replace(ADDED_BLANK, '').replaceAll('</mark><mark>', '');
}

/**
 * The searches whose common results are the answer to a query: a quoted phrase for every word with Japanese
 * characters, and one search for all the others, of which the beginning of a word suffices.
 */
export function toSearches(query: string): string[] {
  const { phrases = [], words = [] } = Object.groupBy(
    query.replaceAll('"', ' ').split(/\s+/).filter(Boolean),
    (word) => (UNSPACED_WORD.test(word) ? 'phrases' : 'words'),
  );
  const quoted = phrases.map((phrase) => `"${spaceCharacters(phrase)}"`);
  return words.length > 0 ? [...quoted, words.join(' ')] : quoted;
}
