import { FORBIDDEN_CHARACTER } from '#domain/forbidden-character.ts';
import { drop, member, type Place, retell, text } from '#formats/foreign/foreign-document.ts';

const FORBIDDEN = new RegExp(FORBIDDEN_CHARACTER.source, 'gu');
const LONGEST_TITLE = 256;

/** A text as one line without blanks at its ends and without anything that may not be published. */
export function toLine(written: string): string {
  return written.toWellFormed().replace(/\s+/gu, ' ').replace(FORBIDDEN, '').trim();
}

/** A text of a document as one line, told on; `undefined` where nothing is left of it. */
export function readLine(place: Place, ...path: readonly string[]): string | undefined {
  const found = member(place, ...path);
  const written = text(found);
  if (written === undefined) return undefined;
  const line = toLine(written);
  if (line === '') {
    drop(found, 'unreadable');
    return undefined;
  }
  if (line !== written) retell(found, line);
  return line;
}

/**
 * The first sentence of a text in one line, for records that have no title. A sentence ends at a Japanese full stop, at
 * a Western one before a blank and a capital letter, or at an empty line; what is longer than a title may be is cut.
 */
export function firstSentence(written: string): string {
  const [paragraph = ''] = written.trim().split(/\n\s*\n/u);
  const line = toLine(paragraph);
  const end = /。|(?<!\b(?:e\.g|i\.e|vs|etc|Inc|Ltd|Co|Corp|No|Ver|v))[.!?](?=\s+["'(]?[\p{Lu}\p{N}])/u.exec(
    line,
  );
  const sentence = end === null ? line : line.slice(0, end.index);
  return clip(sentence.replace(/[.。]+$/u, ''));
}

function clip(line: string): string {
  if (line.length <= LONGEST_TITLE) return line;
  const cut = line.slice(0, LONGEST_TITLE - 1);
  const word = cut.replace(/\s+\S*$/u, '');
  return `${(word === '' ? cut : word).toWellFormed().replace(/\uFFFD$/u, '')}…`;
}
