import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORBIDDEN_CHARACTER } from '#domain/forbidden-character.ts';
import { markdownFromText } from './from-text.ts';
import { hostileText } from './hostile.ts';
import { wordsShown } from './words-shown.ts';

function wordsOf(text: string): string {
  return withoutMarks(text.toWellFormed().replaceAll(new RegExp(FORBIDDEN_CHARACTER, 'gu'), ''));
}

function withoutMarks(text: string): string {
  return text.replaceAll(/[-*+•●○◦■▪・\s\d.)]/gu, '');
}

describe('plain text as Markdown', () => {
  it.each([
    ['A paragraph that\nwas wrapped here.\n\nAnother.', 'A paragraph that\nwas wrapped here.\n\nAnother.'],
    ['A sentence with foo_bar, 2 * 3 and C#.', 'A sentence with foo_bar, 2 * 3 and C#.'],
    ['Versions:\n* 1.0\n* 2.0\n  and later', 'Versions:\n\n- 1.0\n- 2.0\n  and later'],
    ['・Foo 1.0\n・Bar 2.0', '- Foo 1.0\n- Bar 2.0'],
    ['1. Update\n2. Restart', '1. Update\n2. Restart'],
    ['2019. Year\n2021. Year', '2019\\. Year\n2021\\. Year'],
    ['1) Update\n   * now\n2) Restart', '1. Update\n   - now\n2. Restart'],
    ['See https://a.example/x_y. Done', 'See <https://a.example/x_y>. Done'],
    ['詳細は https://a.example/（英語）を参照', '詳細は <https://a.example/>（英語）を参照'],
    ['On http://127.0.0.1:8080/x only', 'On `http://127.0.0.1:8080/x` only'],
    ['Found by @finder, CVE TBD', 'Found by `@finder`, CVE `TBD`'],
    ['    if (a) {\n      b();\n    }', '```\nif (a) {\n  b();\n}\n```'],
    ['Vendor   Status\nA        fixed', '```\nVendor   Status\nA        fixed\n```'],
    ['<script>alert(1)</script> &lt; a<b a < b', '\\<script>alert(1)\\</script> \\&lt; a\\<b a < b'],
    ['# no heading\n> no quotation\n---\n===', '\\# no heading\n\\> no quotation\n\\---\\\n\\==='],
    [':::note\ntext\n:::', '\\:::note\ntext\n\\:::'],
    ['[a]: https://a.example/ "t"', '[a\\]: <https://a.example/> "t"'],
    ['[^1] and [1] and [ ] and [a](b)', '\\[^1] and [1] and \\[ ] and [a\\](b)'],
    [
      'Name: A very long first line that goes to the margin\nEnd\nNext',
      'Name: A very long first line that goes to the margin\nEnd\\\nNext',
    ],
    ['', ''],
  ])('writes %j', (text, markdown) => {
    expect(markdownFromText(text)).toBe(markdown);
  });

  it('shows the same words, whatever the text holds', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(withoutMarks(wordsShown(markdownFromText(text)))).toBe(wordsOf(text));
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    ['brackets', '['.repeat(20_000)],
    ['quotations', '> '.repeat(20_000)],
    ['deep lists', Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n')],
    ['colons', ':a'.repeat(40_000)],
    ['references', '&amp;'.repeat(20_000)],
    ['emphasis', '*a_ '.repeat(20_000)],
    ['one long line', 'あ'.repeat(1_000_000)],
    ['addresses', 'http://a.example/?('.repeat(20_000)],
    ['blanks', `a${' '.repeat(500_000)}b\n${'\n'.repeat(20_000)}`],
    ['indented code with brackets', `    {${'['.repeat(1000)}\n`.repeat(20)],
  ])('takes %s without stumbling', (_, text) => {
    const markdown = markdownFromText(text);
    expect(withoutMarks(wordsShown(markdown))).toBe(wordsOf(text));
  });
});
