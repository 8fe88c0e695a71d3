import { drop, member, type Place, retell, text } from '#formats/foreign/foreign-document.ts';
import { cleanLines } from '../prose/clean-lines.ts';
import { toQuotable } from './quotable-words.ts';

/** Sentences that the archive's forms put where nobody had written anything. */
const PLACEHOLDERS: readonly RegExp[] = [
  /^no statement is currently available from the vendor regarding this vulnerability\.?$/iu,
  /^we are not aware of further vendor information regarding this vulnerability\.?$/iu,
  /^the vendor has not provided us with any further information regarding this vulnerability\.?$/iu,
  /^there are no additional comments at this time\.?$/iu,
  /^(?:the cert\/cc|us-cert|cert|we) (?:has|have) no additional comments at this time\.?$/iu,
  /^(?:none|n\/a|-+)\.?$/iu,
];

export function isPlaceholderSentence(words: string): boolean {
  const line = words.replaceAll(/\s+/gu, ' ').trim();
  return PLACEHOLDERS.some((sentence) => sentence.test(line));
}

/** A text of the archive with its lines, told on; `undefined` where it is missing or says that there is nothing to say. */
export function readWords(place: Place, ...path: readonly string[]): string | undefined {
  const words = text(place, ...path);
  if (words === undefined) return undefined;
  if (isPlaceholderSentence(words)) {
    drop(member(place, ...path), 'placeholder');
    return undefined;
  }
  const clean = cleanLines(words).trim();
  return clean === '' ? undefined : clean;
}

/** The same as front matter can quote it. */
export function readQuote(place: Place, ...path: readonly string[]): string | undefined {
  const words = readWords(place, ...path);
  if (words === undefined) return undefined;
  const quote = toQuotable(words);
  if (quote !== words) retell(member(place, ...path), quote);
  return quote === '' ? undefined : quote;
}
