const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text → markup, fit for element content and for double-quoted attribute values. */
export function escapeHtml(text: string): string {
  return /[&<>"]/.test(text) ? text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '') : text;
}

/**
 * Characters that HTML or XML may not carry, and those that turn the reading direction around (UAX #9 §2)
 * and thereby make a text read otherwise than it is written. Character references can bring them in.
 */
const FORBIDDEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu;

export function findForbidden(text: string): number {
  return text.search(FORBIDDEN);
}

export function replaceForbidden(text: string): string {
  return text.replaceAll(FORBIDDEN, '\uFFFD');
}
