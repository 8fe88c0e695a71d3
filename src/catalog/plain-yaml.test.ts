import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readPlainYaml } from './plain-yaml.ts';
import { parseAnyMapping } from './yaml.ts';

/** Whatever the quick reader reads, the library reads as the same and without a problem. */
function compare(text: string): boolean {
  const plain = readPlainYaml(text);
  if (plain === undefined) return false;
  expect({ text, ...parseAnyMapping(text) }).toEqual({ text, ok: true, data: plain });
  return true;
}

const files = globSync(['content/**/*.{md,yaml,mdx}', 'tests/fixtures/**/*.{md,yaml,mdx}']);

function yamlOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.yaml') ? text : (/^---\n([^]*?\n)---\n/.exec(text)?.[1] ?? '\n');
}

describe('the quick reader', () => {
  it('reads nearly all of the sample as the library does', () => {
    const read = files.filter((file) => file.startsWith('content/')).map((file) => compare(yamlOf(file)));
    expect(read.filter(Boolean).length / read.length).toBeGreaterThan(0.8);
  });

  it.each(files)('reads %s like the library, if at all', (file) => {
    compare(yamlOf(file));
  });

  it.each([
    'a: b',
    '\na: b\n',
    'a: b\n',
    'a: "b"\nc: \'d\'\n',
    'a: [b, "c", <2.0, https://a.example/]\n',
    'a: { ja: 公開 する, en: "x: y" }\n',
    'a:\n  - b\n  - c\n',
    'a:\n- b\n- c\nd: e\n',
    'a:\n  - b: c\n    d:\n      e: f\n  # note\n  - b: g\n',
    'a: |\n  b\n\n  # c\n   d\ne: |-\n  f\n',
    'a: cpe:2.3:a:b:*\nb: CVSS:3.1/AV:N\n',
    'CVE-2020-1: x\n/old/: /new/\n',
  ])('reads %j', (text) => {
    expect(compare(text)).toBe(true);
  });

  it.each([
    'a: |\n  b',
    'a:\n',
    'a: b\n c\n',
    'a: b\na: c\n',
    'a: *b\n',
    'a: &b c\n',
    'a: !b c\n',
    'a: b: c\n',
    'a: b # c\n',
    'a: "b\\n"\n',
    'a: >\n  b\n',
    'a: [b\n',
    'a: [b,]\n',
    'a: [[b]]\n',
    'a: {b: c}d\n',
    '? a\n: b\n',
    '<<: a\n',
    '__proto__: a\n',
    'a:\n\tb: c\n',
    '- a\n',
    '--- a\n',
    '%YAML 1.2\n---\na: b\n',
    'a: b\n---\nc: d\n',
    'a: b\n...\n',
    'a:\n  b: c\n d: e\n',
    'a:\n  - b\n c: d\n',
    'a:\n  - - b\n',
    'a: -\n',
    'a: @b\n',
    'a: `b\n',
    'a: |\n   \n  b\n',
    'a: |+\n  b\n\n',
    'a: |2\n  b\n',
    '{}\n',
    '\n',
  ])('leaves %j to the library', (text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });
});

/** Pieces of which lines are made that mean something to YAML, or nearly. */
const piece = fc.constantFrom(
  ...[
    'a',
    'b',
    'key',
    ': ',
    ':',
    ' ',
    '  ',
    '    ',
    '- ',
    '-',
    '\n',
    '\n  ',
    '\n    ',
    '\n- ',
    '\n  - ',
    '|',
    '|-',
    '>',
  ],
  ...[
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    ', ',
    '#',
    ' #',
    '&',
    '*',
    '!',
    '%',
    '@',
    '`',
    '?',
    '? ',
    '---',
    '...',
    '~',
  ],
  ...[
    '\\',
    '日本',
    '1.0',
    '<2',
    '=',
    '\n\n',
    'a: ',
    'b: ',
    '\na: ',
    '\nb:\n  ',
    '\n  c: d',
    'null',
    '\t',
    '\u00a0',
  ],
);

describe('any text', () => {
  it('made of pieces of YAML is read like the library, if at all', () => {
    const text = fc.array(piece, { maxLength: 14 }).map((pieces) => `a: b${pieces.join('')}`);
    fc.assert(
      fc.property(text, (each) => {
        compare(each);
      }),
      { numRuns: 20_000 },
    );
  });

  it('that the library itself wrote is read like the library, if at all', () => {
    const string = fc.oneof(
      fc.string({ unit: piece, maxLength: 6 }),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    );
    const key = fc.stringMatching(/^[a-z0-9_/][a-z./-]{0,3}$/);
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        string,
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, tree, { minKeys: 1, maxKeys: 4 }), (each) => {
        compare(stringify(each, { lineWidth: 0, schema: 'failsafe' }));
      }),
      { numRuns: 2000 },
    );
  });
});
