import { toLine } from '../facts/plain-line.ts';
import { markdownFromText } from '../prose/from-text.ts';

/** `CWE-79: Name of the weakness - CVE-2015-0968`, which heads a part of the description. */
const WEAKNESS =
  /(?:^|(?<=[.!?:)”"] ))CWE-\d{1,5}: (?:(?!CWE-|CVE-|[.!?] ).){3,150}? - CVE-\d{4}-\d{4,19}(?:,? (?:and )?CVE-\d{4}-\d{4,19})*(?=\s[A-Z"“(])/u;

/** A head within a text: it alone still has the end of its line, and behind it comes a paragraph in one long line. */
const INNER = /(?<=[.!?)"”] )[A-Z][^\n.:;,!?"“”]{3,70}[^\s.:;,!?"“”][^\S\n]*(?=\n[A-Z][^\n]{80})/u;

const HEADS = new RegExp(`${WEAKNESS.source}|${INNER.source}`, 'gu');

/** A sentence, the beginning of one, or an item of a list. */
const NO_HEAD =
  /[.,;!?]$|[:"“”]|\d[.-]\d|\b(?:a|an|and|are|at|by|for|from|in|is|of|on|or|that|the|to|with)$/u;

/**
 * Text → Markdown, with the heads that can be told from the text in bold: a short first line, the head of a weakness, a
 * short line behind a sentence, and what `opening` finds at the beginning. Most line ends of the archive are lost, so
 * other heads stand within the text.
 */
export function markdownWithHeads(text: string | undefined, opening?: RegExp): string {
  if (text === undefined) return '';
  const head = opening?.exec(text)?.[0] ?? firstLineHead(text);
  const body = head === undefined ? text : text.slice(head.length);
  const parts = head === undefined ? [] : [bold(head)];
  let end = 0;
  for (const { 0: found, index } of body.matchAll(HEADS)) {
    parts.push(markdownFromText(body.slice(end, index).trim()), bold(found));
    end = index + found.length;
  }
  return [...parts, markdownFromText(body.slice(end).trim())].filter((part) => part !== '').join('\n\n');
}

/** A first line that is a head: short, no sentence, with text behind it. A weakness may be longer. */
function firstLineHead(text: string): string | undefined {
  const line = /^([^\n]{3,150})\n+(?=\S[^\n]{40})/u.exec(text)?.[1];
  if (line === undefined) return undefined;
  if (/^CWE-\d{1,5}: ?[^:]*$/u.test(line)) return line;
  return line.length <= 70 && /^[A-Z]/u.test(line) && !NO_HEAD.test(line.trim()) ? line : undefined;
}

function bold(line: string): string {
  return `**${markdownFromText(toLine(line))}**`;
}
