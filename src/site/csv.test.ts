import { describe, expect, it } from 'vitest';
import { formatCsv } from './csv.ts';

const cellOf = (text: string) => formatCsv([[text]]).slice(1, -2);

describe('a table as comma-separated values', () => {
  it('starts with a byte order mark and ends every line as RFC 4180 says', () => {
    expect(
      formatCsv([
        ['a', 'b'],
        ['1', ''],
      ]),
    ).toBe('\uFEFF"a","b"\r\n"1",""\r\n');
  });

  it('keeps commas, quotes and line breaks inside their cell', () => {
    expect(cellOf('a, "b"\r\nc')).toBe('"a, ""b"" c"');
  });

  it.each([
    '=1+1',
    '+81',
    '-1+1',
    '-A1',
    '@SUM(A1)',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    '\t=1',
    '\u200B=1',
    "=cmd|' /C calc'!A0",
  ])('lets %j be no formula', (text) => {
    expect(cellOf(text)).toMatch(/^"'/u);
  });

  it('leaves other cells as they are', () => {
    expect(cellOf('1.0-beta = 2')).toBe('"1.0-beta = 2"');
    expect(cellOf('-14')).toBe('"-14"');
  });
});
