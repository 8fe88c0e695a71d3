import { FORBIDDEN_CHARACTER } from '#domain/forbidden-character.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text → HTML or XML that shows it, fit for element content and for double-quoted attribute values. */
export function escapeHtml(text: string): string {
  return /[&<>"]/.test(text) ? text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '') : text;
}

/** Every character that may not be published; character references can bring them in. */
const EVERY_FORBIDDEN = new RegExp(FORBIDDEN_CHARACTER, 'gu');

/** The first character of a text that may not be published, or undefined. */
export function findForbidden(text: string): string | undefined {
  return FORBIDDEN_CHARACTER.exec(text)?.[0] ?? (text.isWellFormed() ? undefined : '\uFFFD');
}

/** The text with a visible mark in place of each character that may not be published. */
export function replaceForbidden(text: string): string {
  return findForbidden(text) === undefined ? text : text.toWellFormed().replaceAll(EVERY_FORBIDDEN, '\uFFFD');
}
