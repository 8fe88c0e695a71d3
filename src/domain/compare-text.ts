/** Order of texts by their UTF-16 units: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Order of identifiers that differ in a number at their end, such as CVE-2024-0999 and CVE-2024-10000: by that number. */
export function compareNumbered(a: string, b: string): number {
  return a.length - b.length || compareText(a, b);
}
