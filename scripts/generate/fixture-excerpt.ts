import { existsSync, lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '#domain/finding.ts';
import type { Excerpt, HelpExample } from '#lint/help-page.ts';
import { FIXTURES } from './check-fixture.ts';

const MOST_LINES = 12;
const LONGEST_LINE = 120;

/** What a help page shows of a fixture: the lines in which its two halves differ, with one line around them. */
export function loadHelpExample(code: string, finding: Finding): HelpExample {
  const { file, line } = finding;
  const invalid = loadText(code, 'invalid', file);
  const valid = loadText(code, 'valid', file) ?? loadText('base', '', file);
  if (invalid === undefined || valid === undefined) {
    return {
      finding,
      ...(invalid && { invalid: takeExcerpt(file, invalid, line - 1, line + 2) }),
      ...(valid && invalid === undefined ? { valid: takeExcerpt(file, valid, 0, 4) } : {}),
    };
  }
  const { start, ends } = findDifference(invalid, valid);
  const from = Math.max(0, Math.min(start, line - 1) - 1);
  return {
    finding,
    invalid: takeExcerpt(file, invalid, from, Math.max(ends[0], line) + 1),
    valid: takeExcerpt(file, valid, Math.max(0, start - 1), ends[1] + 1),
  };
}

function loadText(code: string, half: string, file: string): string[] | undefined {
  // A picture has no lines to show.
  if (!/\.(?:md|mdx|yaml)$/.test(file)) return undefined;
  const full = path.join(FIXTURES, code, half, file);
  if (!existsSync(full) || !lstatSync(full).isFile()) return undefined;
  return readFileSync(full, 'utf8').replaceAll('\r', '').split('\n');
}

function takeExcerpt(file: string, lines: readonly string[], from: number, to: number): Excerpt {
  const shown = lines.slice(from, Math.min(to, from + MOST_LINES));
  const text = shown.map((line) => printable(line)).join('\n');
  return { file, line: from + 1, text: text.trimEnd() };
}

function printable(line: string): string {
  const plain = line.replaceAll(/\p{Cc}/gu, '\uFFFD').trimEnd();
  return plain.length > LONGEST_LINE ? `${plain.slice(0, LONGEST_LINE)}…` : plain;
}

/** First differing line (counted from 0) and, for each text, the line behind the last differing one. */
function findDifference(
  a: readonly string[],
  b: readonly string[],
): { start: number; ends: [number, number] } {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let same = 0;
  while (same < shorter - start && a[a.length - 1 - same] === b[b.length - 1 - same]) same += 1;
  return { start, ends: [a.length - same, b.length - same] };
}
