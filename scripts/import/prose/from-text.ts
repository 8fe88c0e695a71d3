import { isAccepted } from './accepted.ts';
import { cleanLines } from './clean-lines.ts';
import { escapeText } from './escape-text.ts';
import { beginsItem, formatTextList } from './text-lists.ts';

/**
 * Plain text → Markdown that shows the same words. Blank lines divide paragraphs; simple lists become lists, tables
 * drawn with blanks and indented program text become code, addresses become links. Everything else is escaped.
 */
export function markdownFromText(text: string): string {
  const clean = cleanLines(text);
  const markdown = clean
    .split(/\n[ \t\u00a0\u3000]*(?=\n)/u)
    .map((block) => block.replace(/^\n+/u, '').trimEnd())
    .filter((block) => block.trim() !== '')
    .map(formatBlock)
    .join('\n\n');
  return isAccepted(markdown) ? markdown : formatInPieces(clean);
}

function formatBlock(block: string): string {
  const lines = block.split('\n');
  if (isDrawn(lines)) return formatCodeBlock(lines);
  const first = lines.findIndex(beginsItem);
  const list = first === -1 ? undefined : formatTextList(lines.slice(first));
  if (list === undefined) return formatParagraph(lines);
  return first === 0 ? list : `${formatParagraph(lines.slice(0, first))}\n\n${list}`;
}

/** Whether the places of characters within lines mean something: indented program text, and tables made of blanks. */
function isDrawn(lines: readonly string[]): boolean {
  if (lines.every((line) => /^(?: {4}|\t)/u.test(line)) && !lines.some(beginsItem)) {
    return lines.some((line) => /[{}=<>|$\\;]|\S {3,}\S/u.test(line));
  }
  const columns = lines.filter((line) => /^\s*[+|].*[+|]\s*$|[^\s.。] {3,}\S|\S\t+\S/u.test(line));
  return columns.length > 1 && columns.length * 2 > lines.length;
}

function formatCodeBlock(lines: readonly string[]): string {
  const indent = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => /^\s*/u.exec(line)?.[0].length ?? 0),
  );
  const text = lines.map((line) => line.slice(indent).trimEnd()).join('\n');
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

/** The lines of a paragraph; a line that ends early, where the next word would have had room, ends on purpose. */
function formatParagraph(lines: readonly string[]): string {
  const texts = lines.map((line) => line.trim());
  const width = texts.reduce((widest, { length }) => Math.max(widest, length), 0);
  const escaped = escapeText(texts.join('\n'), { atLineStart: true }).split('\n');
  return escaped.map((line, index) => (endsEarly(texts, index, width) ? `${line}\\` : line)).join('\n');
}

function endsEarly(texts: readonly string[], index: number, width: number): boolean {
  const next = texts[index + 1];
  if (next === undefined) return false;
  const word = /^\S*/u.exec(next)?.[0].length ?? 0;
  return (texts[index]?.length ?? 0) + 1 + word < width * 0.8;
}

/**
 * The words of a text that would cost the parser too much as it stands, in many small paragraphs: what makes Markdown
 * expensive is counted by paragraph. Where even these are read otherwise than as text, they become code.
 */
function formatInPieces(text: string): string {
  const pieces = cutText(text);
  const markdown = pieces.map((piece) => escapeText(piece, { atLineStart: true })).join('\n\n');
  return isAccepted(markdown) ? markdown : pieces.map((piece) => formatCodeBlock([piece])).join('\n\n');
}

function cutText(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const word of text.split(/\s+/u).flatMap((long) => long.match(/.{1,200}/gu) ?? [])) {
    if (piece.length + word.length > LONG_PIECE) {
      pieces.push(piece);
      piece = '';
    }
    piece += piece === '' ? word : ` ${word}`;
  }
  return [...pieces, piece].filter((part) => part !== '');
}

const LONG_PIECE = 200;
