import { cvePattern } from '#domain/identifiers.ts';
import { drop, items, member, type Place, retell, text } from '#formats/foreign/foreign-document.ts';

/** As the archive writes them: a candidate's old prefix, a long dash, small letters, blanks around. */
const WRITTEN = /\b(?:CVE|CAN)[-\u2010-\u2015 ]?(\d{4})[-\u2010-\u2015](\d{4,19})\b/giu;

/** The CVEs of a note, from one text or a list of them, each once. A candidate (`CAN-2001-0500`) is the CVE of its number. */
export function readCves(place: Place, ...path: readonly string[]): string[] {
  const found = member(place, ...path);
  const places = Array.isArray(found.value) ? items(found) : [found];
  const seen = new Set<string>();
  for (const each of places) {
    const written = text(each);
    if (written === undefined) continue;
    const cves = [...written.matchAll(WRITTEN)].map(([, year = '', number = '']) => `CVE-${year}-${number}`);
    const fresh = cves.filter((cve) => cvePattern.test(cve) && !seen.has(cve));
    for (const cve of fresh) seen.add(cve);
    if (cves.length === 0) drop(each, 'unreadable');
    else if (fresh.length === 0) drop(each, 'duplicate');
    else if (fresh.join(' ') !== written) retell(each, fresh.join(' '));
  }
  return [...seen];
}

/** The CVEs that a text names, each once. */
export function findMentionedCves(words: string): string[] {
  return [...new Set(words.match(/\bCVE-\d{4}-\d{4,19}\b/gu) ?? [])];
}
