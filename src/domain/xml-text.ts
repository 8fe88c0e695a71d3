/**
 * Takes out what XML 1.0 §2.2 does not allow, lone surrogates included, and writes line ends as XML reads them (§2.11):
 * what remains comes back from any XML file as it went in. What may be published at all is the check's question
 * (`forbidden-character.ts`).
 */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}
