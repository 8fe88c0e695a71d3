import { cwePattern } from '#domain/cwe.ts';

/** `CWE-79: Improper Neutralization … - CVE-2015-0968`, by which later notes head each part of their description. */
const PAIR =
  /\bCWE-0*(\d{1,5})\b(?:(?!\bC[WV]E-|[.!?]\s).){0,200}?\s[-\u2010-\u2015:]?\s*\(?((?:CVE-\d{4}-\d{4,19}(?:,? (?:and )?|\/)?)+)/gu;

/** The same the other way round: `CVE-2019-9508 - CWE-79`. */
const TURNED = /\b(CVE-\d{4}-\d{4,19})\b\s*[-\u2010-\u2015:(]{1,2}\s*CWE-0*(\d{1,5})\b/gu;

/** The weaknesses that a text names, each once. */
export function findWeaknesses(words: string): string[] {
  const found = [...words.matchAll(/\bCWE-0*(\d{1,5})\b/gu)].map(([, number = '']) => `CWE-${number}`);
  return [...new Set(found)].filter((cwe) => cwePattern.test(cwe));
}

/**
 * Which weakness belongs to which CVE. A note with one vulnerability has all that its text names; in one with several
 * only those count that the text puts next to a CVE, as anything else would be guessed.
 */
export function assignWeaknesses(
  words: string,
  cves: readonly string[],
): ReadonlyMap<string | undefined, string[]> {
  if (cves.length < 2) return new Map([[cves[0], findWeaknesses(words)]]);
  const assigned = new Map<string, string[]>();
  const assign = (cve: string, number: string) => {
    const cwe = `CWE-${number}`;
    const known = assigned.get(cve) ?? [];
    if (cwePattern.test(cwe) && !known.includes(cwe)) assigned.set(cve, [...known, cwe]);
  };
  for (const [, number = '', list = ''] of words.matchAll(PAIR)) {
    for (const cve of list.match(/CVE-\d{4}-\d{4,19}/gu) ?? []) assign(cve, number);
  }
  for (const [, cve = '', number = ''] of words.matchAll(TURNED)) assign(cve, number);
  return assigned;
}
