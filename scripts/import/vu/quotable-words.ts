import { parsePublicUrl } from '#domain/public-url.ts';
import { placeholderPattern } from '#lint/rules/placeholder.ts';
import { cleanLines } from '../prose/clean-lines.ts';

const ADDRESS = /\bhttps?:\/\/[^\s"'<>)}、。,]+/giu;

/** What stands in quoted words for a mark of an unfinished text, so that nobody takes the page for unfinished. */
const IN_WORDS: Readonly<Record<string, string>> = {
  TBD: 'to be determined',
  TODO: 'to do',
  FIXME: 'to be fixed',
};

/**
 * A vendor's words as front matter can hold them, where nothing can be written as code: addresses of private hosts lose
 * their protocol, and marks of unfinished texts (`TBD`, `CVE-2005-XXXX`) are said in words.
 */
export function toQuotable(words: string): string {
  return cleanLines(words)
    .replaceAll(ADDRESS, (address) => (isPrivate(address) ? address.replace(/^https?:\/\//iu, '') : address))
    .replaceAll(placeholderPattern, (mark) => IN_WORDS[mark] ?? mark.replaceAll(/[XN]+|0{4,}$/gu, '?'))
    .trim();
}

function isPrivate(address: string): boolean {
  const parsed = parsePublicUrl(/^https?:\/\/[^/?#]*/iu.exec(address)?.[0] ?? address);
  return 'problem' in parsed && parsed.problem === 'private-host';
}
