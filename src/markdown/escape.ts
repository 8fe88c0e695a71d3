const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text → markup, fit for element content and for double-quoted attribute values. */
export function escapeHtml(text: string): string {
  return /[&<>"]/.test(text) ? text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '') : text;
}

/**
 * Characters that HTML or XML may not carry, and those that turn the reading direction around (UAX #9 §2)
 * and thereby make a text read otherwise than it is written. Character references can bring them in.
 */
const FORBIDDEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/;
const EVERY_FORBIDDEN = new RegExp(FORBIDDEN, 'g');

/** The first character of a text that may not be published, or undefined. */
export function findForbidden(text: string): string | undefined {
  return FORBIDDEN.exec(text)?.[0] ?? (text.isWellFormed() ? undefined : '\uFFFD');
}

/** The text with a visible mark in place of each character that may not be published. */
export function replaceForbidden(text: string): string {
  return findForbidden(text) === undefined ? text : text.toWellFormed().replaceAll(EVERY_FORBIDDEN, '\uFFFD');
}
