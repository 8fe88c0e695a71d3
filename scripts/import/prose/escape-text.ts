import { parsePublicUrl } from '#domain/public-url.ts';
import { placeholderPattern } from '#lint/rules/placeholder.ts';
import { checkLink } from '#markdown/links.ts';

/** Where a text stands, as far as Markdown reads it differently there. */
export interface TextContext {
  /** A line begins with the text. */
  readonly atLineStart?: boolean;
  /** Brackets and bare addresses would end or spoil the link that the text names. */
  readonly insideLink?: boolean;
  /** A bar would end the cell. */
  readonly insideTable?: boolean;
}

/** What is no plain text: addresses, names that code hosts would notify, and what reads as a placeholder. */
const LITERAL = new RegExp(
  [
    String.raw`(?<address>[Hh][Tt][Tt][Pp][Ss]?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+)`,
    String.raw`(?<bare>[Ww]{3}\.[\w./-]*\w)`,
    String.raw`(?<account>(?<![\w@./+-])@[A-Za-z0-9][A-Za-z0-9-]{0,38})`,
    String.raw`(?<placeholder>${placeholderPattern.source})`,
  ].join('|'),
  'gu',
);

/** A mark that Markdown may read, or a run of one kind. */
const MARK = /\*+|_+|~+|(?<!#)#+(?=\s*$)|[\\`<&[\]{!|:]/gu;

/**
 * Text → Markdown that shows just this text. Addresses become links; what must not be a link (private hosts), would
 * notify somebody (`@name`) or reads as a placeholder (`TBD`) is written as code. Marks are escaped only where
 * Markdown would read them, so that the text stays pleasant to edit.
 * @param text one or more lines of one block, without characters that may not be published
 */
export function escapeText(text: string, context: TextContext = {}): string {
  const lines = splitText(text, context)
    .map(({ kind, value }) => (kind === 'code' ? formatCode(value, context) : value))
    .join('')
    .split('\n');
  return lines.map((line, at) => (at > 0 || context.atLineStart ? escapeLineStart(line) : line)).join('\n');
}

interface Part {
  readonly kind: 'markdown' | 'code';
  readonly value: string;
}

/** Code that touches is one piece of code: two would be read as one with a wrong end. */
function splitText(text: string, context: TextContext): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: found, index, groups = {} } of text.matchAll(LITERAL)) {
    const literal = groups['address'] === undefined ? found : withoutPunctuation(found);
    if (index > end) parts.push({ kind: 'markdown', value: escapeMarks(text, end, index, context) });
    end = index + literal.length;
    const part = formatLiteral(literal, groups, context, text.charAt(end));
    const last = parts.at(-1);
    if (part.kind === 'code' && last?.kind === 'code') {
      parts.splice(-1, 1, { kind: 'code', value: last.value + literal });
    } else parts.push(part);
  }
  return [...parts, { kind: 'markdown', value: escapeMarks(text, end, text.length, context) }];
}

/** Text → code, within a line. */
export function formatCode(text: string, { insideTable = false }: TextContext = {}): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  const longest = Math.max(0, ...[...line.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$/u.test(line) ? ' ' : '';
  const shown = insideTable ? line.replaceAll('|', String.raw`\|`) : line;
  return line === '' ? '' : `${fence}${pad}${shown}${pad}${fence}`;
}

/** An address as readers may follow it, or `undefined`. */
export function linkTargetOf(address: string): string | undefined {
  const { ok } = checkLink(address);
  if (/^mailto:/iu.test(address)) return ok ? address : undefined;
  const parsed = parsePublicUrl(address);
  return ok && !('problem' in parsed) ? address : undefined;
}

/** What ends a sentence does not belong to an address; neither does a bracket that was opened before it. */
function withoutPunctuation(address: string): string {
  const open = address.indexOf('(');
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    const closes = last === ')' && (open === -1 || open >= end);
    if (!/[.,;:!?'*\]]/u.test(last) && !closes) break;
  }
  return address.slice(0, end);
}

function formatLiteral(
  literal: string,
  { account, placeholder, bare }: Record<string, string | undefined>,
  context: TextContext,
  next: string,
): Part {
  const code: Part = { kind: 'code', value: literal };
  if (account !== undefined || placeholder !== undefined) return code;
  const target = linkTargetOf(bare === undefined ? literal : `http://${literal}`);
  if (target === undefined) return code;
  if (bare !== undefined) {
    if (context.insideLink === true) return code;
    // The parser finds such an address even among escapes, and takes all up to the next blank for a part of it.
    const isAlone = /^\s$/u.test(next) && !/[*_~]/u.test(literal);
    return { kind: 'markdown', value: isAlone ? literal : `[${literal}](${target})` };
  }
  const label = context.insideLink === true;
  return {
    kind: 'markdown',
    value: label ? escapeMarks(literal, 0, literal.length, context) : `<${literal}>`,
  };
}

function escapeMarks(text: string, start: number, end: number, context: TextContext): string {
  const part = text.slice(start, end);
  return part.replaceAll(MARK, (mark, at: number) =>
    isRead(text.slice(0, end), start + at, mark, context) ? mark.replaceAll(/./gu, String.raw`\$&`) : mark,
  );
}

/** A mark, and what stands around it in the text. */
interface Probe {
  readonly before: string;
  readonly after: string;
  readonly context: TextContext;
}

/** Far enough to see the name of a directive or a character reference. */
const SIGHT = 80;

/** Whether Markdown would read a mark as more than text. Beyond the ends of the text anything may stand. */
function isRead(text: string, at: number, mark: string, context: TextContext): boolean {
  const before = text.slice(Math.max(0, at - SIGHT), at);
  const after = text.slice(at + mark.length, at + mark.length + SIGHT);
  return READ[mark.charAt(0)]?.({ before, after, context }) ?? true;
}

const READ: Readonly<Record<string, (probe: Probe) => boolean>> = {
  '*': ({ before, after }) => !isApart(before, after),
  '~': ({ before, after }) => !isApart(before, after),
  // Underscores within a word mean nothing (CommonMark §6.2).
  _: ({ before, after }) =>
    !isApart(before, after) && !(/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)),
  '\\': ({ after }) => /^(?:$|[\n!-/:-@[-`{-~])/u.test(after),
  '<': ({ after }) => /^(?:$|[a-z/!?])/iu.test(after),
  '&': ({ after }) => /^#?\w*(?:;|$)/u.test(after),
  '[': ({ before, after, context }) =>
    context.insideLink === true || /^(?:\^|[ x]\])/iu.test(after) || isDirectiveName(before),
  ']': ({ after, context }) => context.insideLink === true || /^(?:$|[([{:])/u.test(after),
  '{': ({ before }) => isDirectiveName(before),
  '!': ({ after }) => /^(?:$|\[)/u.test(after),
  '#': ({ before }) => /\s$/u.test(before),
  '|': ({ context }) => context.insideTable === true,
  ':': ({ before, after }) => after.startsWith('//') && /https?$/iu.test(before),
};

function isApart(before: string, after: string): boolean {
  return /\s$/u.test(before) && /^\s/u.test(after);
}

/** `:name[` and `:name{` begin a directive. */
function isDirectiveName(before: string): boolean {
  return /:[\w-]+$/u.test(before);
}

/** Marks that make a block of a line: headings, quotations, lists, rules, tables, directives, closing `#`. */
function escapeLineStart(line: string): string {
  const numbered = /^\d{1,9}(?=[.)](?:\s|$))/u.exec(line);
  if (numbered !== null) return `${numbered[0]}\\${line.slice(numbered[0].length)}`;
  const reads = /^\s*(?:[-+](?:\s|$)|#{1,6}(?:\s|$)|>|::|\||[\s|:=-]+$)/u.test(line);
  return reads ? line.replace(/\S/u, String.raw`\$&`) : line;
}
