import type { MarkdownPlace } from './rendered-body.ts';

/** Container marks (`>`, `-`, `1.`) at the start of one line. */
const MAX_CONTAINERS = 64;

/** Most columns before the first character of a line: what nests by indentation is bounded by it. */
const MAX_INDENT = 512;

/** Brackets left open at one time, and emphasis characters, within one block. */
const MAX_OPEN_BRACKETS = 256;
const MAX_EMPHASIS = 20_000;

/**
 * The parser goes over a block again for each colon, and copies its text for each character reference.
 * These bound marks times length, summed over all blocks: half a second, and 128 MB.
 */
const MAX_COLON_WORK = 512 * 1024 * 1024;
const MAX_REFERENCE_WORK = 64 * 1024 * 1024;

/** What has been counted since the last blank line, and the work of the blocks before. */
interface Counts {
  length: number;
  brackets: number;
  emphasis: number;
  colons: number;
  references: number;
  colonWork: number;
  referenceWork: number;
}

/**
 * The first place at which a body would cost the parser time, memory or stack out of proportion to its size.
 * The parser is native code: where it fails, the process ends, so such a body must not reach it.
 * No limit is near to what people write.
 */
export function findExplosive(body: string): MarkdownPlace | undefined {
  const counts: Counts = { ...EMPTY_BLOCK, colonWork: 0, referenceWork: 0 };
  let start = 0;
  for (let line = 1; start <= body.length; line += 1) {
    const newline = body.indexOf('\n', start);
    const text = body.slice(start, newline === -1 ? undefined : newline);
    if (/^[ \t]*$/.test(text)) closeBlock(counts);
    const offset = findContainers(text);
    const found = offset === -1 ? countLine(counts, text) : offset;
    if (found !== -1) return { line, column: found + 1 };
    if (newline === -1) return undefined;
    start = newline + 1;
  }
  return undefined;
}

const EMPTY_BLOCK = { length: 0, brackets: 0, emphasis: 0, colons: 0, references: 0 } as const;

function closeBlock(counts: Counts): void {
  counts.colonWork += counts.colons * counts.length;
  counts.referenceWork += counts.references * counts.length;
  Object.assign(counts, EMPTY_BLOCK);
}

/** Adds a line to the counts; the offset at which they become too much, or -1. */
function countLine(counts: Counts, text: string): number {
  counts.length += text.length + 1;
  for (const { 0: mark, index } of text.matchAll(/[[\]{}*_~:&]/g)) {
    if (mark === '[' || mark === '{') counts.brackets += 1;
    else if (mark === ']' || mark === '}') counts.brackets = Math.max(0, counts.brackets - 1);
    else if (mark === ':') counts.colons += 1;
    else if (mark === '&') counts.references += 1;
    else counts.emphasis += 1;
    if (counts.brackets > MAX_OPEN_BRACKETS || counts.emphasis > MAX_EMPHASIS) return index;
  }
  const { length, colons, references, colonWork, referenceWork } = counts;
  const heavy =
    colonWork + colons * length > MAX_COLON_WORK || referenceWork + references * length > MAX_REFERENCE_WORK;
  return heavy ? 0 : -1;
}

/** Offset of the first container mark, or column of indentation, too many; -1 if the line has few. */
function findContainers(line: string): number {
  let count = 0;
  for (const { 0: mark, index } of line.matchAll(/[ \t]*(?:>|[-*+](?=\s|$)|\d{1,9}[.)](?=\s|$))|[ \t]+/gy)) {
    if (index + mark.length > MAX_INDENT) return MAX_INDENT;
    if (mark.trim() !== '') count += 1;
    if (count > MAX_CONTAINERS) return index;
  }
  return -1;
}
