/**
 * Characters that may not be published: those that neither XML 1.0 (§2.2) nor HTML may carry (C0 and C1 controls except
 * tab and newline, and non-characters), and those that turn the reading direction around (UAX #9 §2) and thereby make a
 * text read otherwise than it is written.
 */
export const FORBIDDEN_CHARACTER = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;

/** Index of the first character that may not be published, or -1. Lone surrogates count: UTF-8 cannot carry them. */
export function findForbiddenCharacter(text: string): number {
  const index = text.search(FORBIDDEN_CHARACTER);
  if (index !== -1 || text.isWellFormed()) return index;
  return text.search(/\p{Surrogate}/u);
}

/** A code point in the usual notation, `U+001B`. */
export function formatCodePoint(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
