import { FORBIDDEN_CHARACTER } from '#domain/forbidden-character.ts';

const EVERY_FORBIDDEN = new RegExp(FORBIDDEN_CHARACTER, 'gu');

/** A text with `\n` at the ends of its lines and without characters that may not be published. */
export function cleanLines(text: string): string {
  return text
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
    .toWellFormed()
    .replaceAll(EVERY_FORBIDDEN, '');
}
