import type { Language } from '#domain/language.ts';
import { cleanText } from '#domain/xml-text.ts';

/*
 * The one place that makes up for what the package `feed` 6 and its writer `xml-js` leave undone:
 *
 * - Characters that XML 1.0 forbids pass through and make the file ill-formed → every guard takes them out.
 * - Only the first `]]>` of a CDATA section is split → `guardCdata`.
 * - A literal `&amp;` in text loses its ampersand, because the writer unescapes before it escapes → `guardText`.
 * - `<` in an attribute stays as it is → `guardAttribute`.
 * - Atom has no `xml:lang` → `markLanguage` and `settleXml`.
 *
 * The guards leave marks that are themselves forbidden in XML. Cleaned text cannot hold them, so `settleXml` finds
 * exactly those that the guards set and replaces them in the finished file.
 */

const CDATA_SPLIT = '\u0001';
const AMPERSAND_STOP = '\u0002';
const LESS_THAN = '\u0003';
const LANGUAGE = '\u0004';

/** Prepares text that the package writes as an element's text. */
export function guardText(text: string): string {
  return cleanText(text).replaceAll('&amp;', `&${AMPERSAND_STOP}amp;`);
}

/** Prepares text that the package writes as a CDATA section. */
export function guardCdata(text: string): string {
  return cleanText(text).replaceAll(']]>', `]]${CDATA_SPLIT}>`);
}

/** Prepares text that the package writes as an attribute, ampersands escaped. */
export function guardAttribute(text: string): string {
  return cleanText(text).replaceAll('<', LESS_THAN);
}

/** Tells `settleXml` the language of an Atom entry; goes in front of the entry's title. */
export function markLanguage(language: Language): string {
  return `${LANGUAGE}${language}${LANGUAGE}`;
}

/** Replaces the guards' marks in what the package wrote. */
export function settleXml(xml: string): string {
  return xml
    .replaceAll(markedEntry, '<entry xml:lang="$2">$1')
    .replaceAll(CDATA_SPLIT, ']]><![CDATA[')
    .replaceAll(AMPERSAND_STOP, '')
    .replaceAll(LESS_THAN, '&lt;');
}

const markedEntry = new RegExp(
  `<entry>(\\s*<title type="html"><!\\[CDATA\\[)${LANGUAGE}(\\w+)${LANGUAGE}`,
  'gu',
);
