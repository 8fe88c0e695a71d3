import { describe, expect, it } from 'vitest';
import { MAX_YAML_BYTES } from './front-matter.ts';
import { parseFile, type ParsedKind } from './parse-file.ts';
import { MAX_SOURCE_BYTES } from './source.ts';

/** Numbered lines, as many as fit. */
function fill(limit: number, line: (number: number) => string): string {
  const lines: string[] = [];
  for (let size = 0; size < limit - 40; size += lines.at(-1)?.length ?? 0) lines.push(line(lines.length));
  return lines.join('');
}

function problemsOf(kind: ParsedKind, text: string) {
  const request = { kind, file: 'a.yaml', slug: 'a', language: 'en' } as const;
  return parseFile(request, new TextEncoder().encode(text)).problems;
}

const HALF = MAX_SOURCE_BYTES / 2;

/*
 * The largest files must not keep the check waiting. With work that grows with the square of the keys, half a MiB would
 * take a minute and more; it takes about a second.
 */
describe('a large YAML file', () => {
  it.each<[string, ParsedKind, string, string]>([
    ['wrong keys', 'redirects', fill(HALF, (n) => `k${String(n)}: 1\n`), 'schema-value'],
    ['keys in quotes', 'redirects', fill(HALF, (n) => `"k${String(n)}": 1\n`), 'schema-value'],
    ['keys in braces', 'redirects', `{\n${fill(HALF, (n) => `k${String(n)}: 1,\n`)}}\n`, 'schema-value'],
    ['one key again and again', 'redirects', fill(HALF, () => 'zz: 1\n'), 'yaml-duplicate-key'],
    ['anchors', 'redirects', fill(HALF, (n) => `&a k${String(n)}: 1\n`), 'yaml-anchor'],
    ['unknown keys', 'statistics', fill(MAX_YAML_BYTES, (n) => `k${String(n)}: 1\n`), 'schema-unknown-key'],
  ])('is told about within seconds when it is full of %s', { timeout: 20_000 }, (_, kind, text, expected) => {
    const problems = problemsOf(kind, text);
    expect(problems.length).toBeGreaterThan(10_000);
    expect(problems.at(-1)).toMatchObject({ kind: expected });
  });

  it('may hold a long list of redirects, and nothing else so long', () => {
    const long = fill(2 * MAX_YAML_BYTES, (n) => `/old/${String(n)}/: /new/${String(n)}/\n`);
    expect(problemsOf('redirects', long)).toEqual([]);
    expect(problemsOf('vendor', long).map(({ kind }) => kind)).toEqual(['file-too-large']);
  });
});
