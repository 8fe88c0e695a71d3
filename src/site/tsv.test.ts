import { expect, it } from 'vitest';
import { formatTsv } from './tsv.ts';

it('keeps every cell in its place, whatever it holds', () => {
  expect(
    formatTsv([
      ['a', 'b'],
      ['x\ty', ' line\nbreak '],
    ]),
  ).toBe('a\tb\nx y\tline break');
});

it('lets no cell become a formula', () => {
  expect(formatTsv([['=1+1', '+81', '-A1', '@x', '1.0-beta']])).toBe("'=1+1\t'+81\t'-A1\t'@x\t1.0-beta");
  // Japanese spreadsheets take full-width signs for formulas as well, and characters that nobody sees hide the sign.
  expect(formatTsv([['＝1+1', '\u200B=1+1']])).toBe("'＝1+1\t'\u200B=1+1");
});
