/** The longest query that is looked at, in UTF-16 code units; nobody types more on purpose. */
const MAX_LENGTH = 200;

/**
 * Text as the search compares it, on both sides: Unicode NFKC (half-width kana become full-width, full-width Latin
 * letters and digits become ASCII), every run of blanks one space, hyphens and waves of all shapes one shape.
 */
export function normalizeText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63]/g, '-')
    .replace(/\u301C/g, '~')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What somebody typed, ready to be searched. */
export function normalizeQuery(typed: string): string {
  return normalizeText(typed.slice(0, MAX_LENGTH));
}
