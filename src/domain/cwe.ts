import { categoryNames, weaknessNames } from './cwe-names.ts';
import type { Language } from './language.ts';

/** `CWE-` and the number of a CWE entry, without leading zeros, for example `CWE-79`. */
export type CweId = `CWE-${number}`;

/** No placeholder is a CWE id: `CWE-noinfo`, `NVD-CWE-Other` and their like are refused. */
export const cwePattern = /^CWE-[1-9]\d{0,4}$/;

export function isCweId(text: string): text is CweId {
  return cwePattern.test(text);
}

/** The page of MITRE's catalogue. Categories have the same address shape as weaknesses. */
export function cweUrl(id: CweId): string {
  return `https://cwe.mitre.org/data/definitions/${id.slice('CWE-'.length)}.html`;
}

/**
 * The name of a weakness and the language it is really in, or `undefined` when the table does not hold it: English is
 * the catalogue's own name, Japanese the display name that Japanese databases use, where one is established.
 */
export function cweName(id: string, language: Language): { text: string; language: Language } | undefined {
  const names = weaknessNames.get(id) ?? categoryNames.get(id);
  if (names === undefined) return undefined;
  const [en, ja] = names;
  return language === 'ja' && ja !== undefined ? { text: ja, language } : { text: en, language: 'en' };
}

/**
 * Whether the id is a category: a drawer of the catalogue rather than a weakness. MITRE and CSAF (2.1, §6.1.11) do not
 * let a vulnerability be mapped to one; old advisories often are, so they are known and can be reported.
 */
export function isCweCategory(id: string): boolean {
  return categoryNames.has(id);
}
