import type { MarkdownPlace } from './rendered-body.ts';

/** Container marks (`>`, `-`, `1.`) at the start of one line. */
const MAX_CONTAINERS = 64;

/** Brackets left open at one time within one run of lines without a blank line. */
const MAX_OPEN_BRACKETS = 256;

/** Emphasis characters within one run of lines without a blank line. */
const MAX_EMPHASIS = 20_000;

/** Most columns before the first character of a line: what nests by indentation is bounded by it. */
const MAX_INDENT = 512;

/**
 * The first place at which a body would cost the parser time or stack out of proportion to its size, if there is one.
 * The parser is native code: where its stack ends, the process ends, so such a body must not reach it.
 * No limit is near to what people write.
 */
export function findExplosive(body: string): MarkdownPlace | undefined {
  let brackets = 0;
  let emphasis = 0;
  let start = 0;
  for (let line = 1; start <= body.length; line += 1) {
    const newline = body.indexOf('\n', start);
    const text = body.slice(start, newline === -1 ? undefined : newline);
    if (text.trim() === '') brackets = emphasis = 0;
    const container = findContainers(text);
    if (container !== -1) return { line, column: container + 1 };
    for (const { 0: mark, index } of text.matchAll(/[[\]{}*_~]/g)) {
      if (mark === '[' || mark === '{') brackets += 1;
      else if (mark === ']' || mark === '}') brackets = Math.max(0, brackets - 1);
      else emphasis += 1;
      if (brackets > MAX_OPEN_BRACKETS || emphasis > MAX_EMPHASIS) return { line, column: index + 1 };
    }
    if (newline === -1) return undefined;
    start = newline + 1;
  }
  return undefined;
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
