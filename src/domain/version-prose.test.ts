import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRangePhrase } from './range-phrase.ts';
import { formatVersionRange, isRangeProblem, parseVersionRange, type VersionRange } from './version-range.ts';
import { parseVersionProse } from './version-prose.ts';

describe('parseVersionProse', () => {
  it.each([
    ['4.0', '=4.0'],
    ['v1.2.3', '=v1.2.3'],
    ['Version 4.50 およびそれ以前 ', '<=4.50'],
    ['バージョン 4.0 およびそれ以前', '<=4.0'],
    ['Ver.1.080 およびそれ以前', '<=Ver.1.080'],
    ['Ver. 2.00 及びそれ以前のバージョン', '<=2.00'],
    ['4.0以前', '<=4.0'],
    ['４．０ 以下', '<=4.0'],
    ['v1.2.3 より前', '<v1.2.3'],
    ['7.6.2より前のバージョン', '<7.6.2'],
    ['5.16.3 未満', '<5.16.3'],
    ['バージョン 1.0.6未満', '<1.0.6'],
    ['2.1 およびそれ以降', '>=2.1'],
    ['3 以上のバージョン', '>=3'],
    ['3.0 より後', '>3.0'],
    ['3.0 を超えるバージョン', '>3.0'],
    ['1.0 から 2.3.4 まで', '>=1.0 <=2.3.4'],
    ['1.0 から 2.3.4 までのバージョン', '>=1.0 <=2.3.4'],
    ['1.0 〜 2.3', '>=1.0 <=2.3'],
    ['1.0～2.3', '>=1.0 <=2.3'],
    ['2.13.0 から 2.15.0 より前のバージョン', '>=2.13.0 <2.15.0'],
    ['Ver.3.0 以降 3.2 未満', '>=Ver.3.0 <3.2'],
    ['0.15.0 以上 0.15.2 未満', '>=0.15.0 <0.15.2'],
    ['バージョン 2.1.0以上 2.1.3以下', '>=2.1.0 <=2.1.3'],
    ['3.0 以降、3.2 より前', '>=3.0 <3.2'],
    ['2.x 系', '>=2 <3'],
    ['3.9 系列より前', '<3.9'],
    ['3.9系', '>=3.9 <3.10'],
    ['すべてのバージョン', '*'],
    ['全てのバージョン', '*'],
    ['all versions', '*'],
    ['All', '*'],
    ['*', '*'],
    ['prior to 4.0', '<4.0'],
    ['All versions prior to 4.0', '<4.0'],
    ['Versions before v4.0.', '<v4.0'],
    ['up to but not including 4.0', '<4.0'],
    ['4.0 and earlier', '<=4.0'],
    ['4.0 and all earlier versions', '<=4.0'],
    ['4.0 or older', '<=4.0'],
    ['through 3.1', '<=3.1'],
    ['up to and including version 3.1', '<=3.1'],
    ['2.0 to 2.3', '>=2.0 <=2.3'],
    ['2.0 - 2.3', '>=2.0 <=2.3'],
    ['from 2.0 through 2.3 (inclusive)', '>=2.0 <=2.3'],
    ['2.0 and later', '>=2.0'],
    ['since 2.0', '>=2.0'],
    ['from 2.0 onwards', '>=2.0'],
    ['later than 2.0', '>2.0'],
    ['versions 1.x before 1.4.2', '>=1 <1.4.2'],
    ['1.0 before 1.4.2', '>=1.0 <1.4.2'],
    ['2.x', '>=2 <3'],
    ['3.9.*', '>=3.9 <3.10'],
    ['all 2.x versions', '>=2 <3'],
    ['prior to 2.x', '<2'],
    ['2.x and earlier', '<3'],
    ['1.x to 2.x', '>=1 <3'],
    ['< 2.0', '<2.0'],
    ['＜＝２．０', '<=2.0'],
    ['= 2.0', '=2.0'],
    ['>=1.2 <1.4', '>=1.2 <1.4'],
    ['>= 1.2, < 1.4', '>=1.2 <1.4'],
    ['< 1.4, >= 1.2', '>=1.2 <1.4'],
    ['1.0 < 2.0', '>=1.0 <2.0'],
    ['2.0 only', '=2.0'],
  ])('reads %j as %j', (text, range) => {
    expect(parseVersionProse(text)).toEqual({ ranges: [range] });
  });

  it.each([
    ['1.2, 1.3 and 1.4', ['=1.2', '=1.3', '=1.4']],
    ['1.2、1.3 および 1.4', ['=1.2', '=1.3', '=1.4']],
    ['1.2, 1.3, or 1.4', ['=1.2', '=1.3', '=1.4']],
    ['1.2, 1.2', ['=1.2']],
    ['1.x before 1.4.2 and 2.x before 2.1', ['>=1 <1.4.2', '>=2 <2.1']],
    ['1.x, 2.x before 2.5', ['>=1 <2', '>=2 <2.5']],
    ['1.0 から 1.2 まで、2.0 以降', ['>=1.0 <=1.2', '>=2.0']],
    ['>= 1.0, < 1.2, >= 2.0, < 2.1', ['>=1.0 <1.2', '>=2.0 <2.1']],
    ['< 1.0 || >= 2.0', ['<1.0', '>=2.0']],
    ['1.0 以上 1.2 未満\n2.0 以上 2.1 未満', ['>=1.0 <1.2', '>=2.0 <2.1']],
  ])('reads the list %j', (text, ranges) => {
    expect(parseVersionProse(text)).toEqual({ ranges });
  });

  it.each([
    ['1.0 to 1.3, fixed in 1.4', ['>=1.0 <=1.3'], ['1.4']],
    ['fixed in 1.2.3 and 1.3.4', [], ['1.2.3', '1.3.4']],
    ['1.4 より前、1.4 で修正済み', ['<1.4'], ['1.4']],
  ])('reads the fixed versions of %j', (text, ranges, fixed) => {
    expect(parseVersionProse(text)).toEqual({ ranges, fixed });
  });

  it.each(
    [
      ['', ' ', '。', ','],
      // Words that are not understood.
      [
        'for Windows 5.8 (Build 1575) 未満',
        'core 2.0-beta9 から 2.12.1 より前のバージョン',
        'Android アプリ 3.7.42 より前',
      ],
      [
        'Ver.1.4.2より前のバージョン（CVE-2025-0354）',
        '4.0 以前 (一部を除く)',
        'prior to 4.0 except 3.9',
        'not 4.0',
      ],
      ['4.0 is not affected', '4.0 以前は影響を受けない', '2.x!'],
      [
        'unknown',
        'n/a',
        '-',
        '最新版',
        '4.0 以前?',
        '2020年以前',
        '^1.2',
        '!=1.2',
        '~> 1.2',
        'latest',
        'none',
      ],
      // Two versions with nothing between them, or a mark that may mean anything.
      [
        'v6 R4 およびそれ以前のバージョン',
        '2.0 SP1 以前',
        '8 Update 201',
        '1.0 1.1',
        '1.0-2.3',
        '1.0~2.3',
        '2.0+',
        '2.0-',
      ],
      // Half a span.
      [
        '1.0 から',
        'from 1.0',
        'between 1.0 and 2.0',
        '1.0 to',
        'to 2.0',
        'prior to',
        '以前',
        '1.0 から 2.0 から',
        '2.0 to 1.0',
      ],
      ['1.0 以降 1.4', 'all 2.0', 'all, 2.0', '2.0 and', ', 2.0', '1.0 まで 2.0', 'up to 1.0 まで'],
      // To which versions does the word belong?
      [
        'prior to 1.2 and 1.4',
        '1.2 および 1.4 より前',
        '1.2, 1.3 before 1.4',
        '1.x より前、2.x',
        '1.2.3 と 1.3.4 で修正',
      ],
      // Branches that were meant one by one.
      [
        'prior to 1.2.9, prior to 1.3.4',
        '1.2.9 以前、1.3.4 以前',
        '1.0 以降、2.0 以降',
        '1.0 and later or 2.0 and earlier',
      ],
      // A fixed version among the affected ones.
      ['1.4 and earlier, fixed in 1.4', '1.4, fixed in 1.4'],
      // Identifiers.
      ['CVE-2024-1234', 'JVN#12345678', 'KB5000001', 'MS17-010 より前'],
    ].flat(),
  )('keeps %j as it stands', (text) => {
    expect(parseVersionProse(text)).toBeUndefined();
  });
});

const version = fc
  .tuple(
    fc.constantFrom('', 'v', 'Ver.', 'R', '1:'),
    fc.nat(30),
    fc.nat(11),
    fc.constantFrom('', 'a', 'b2', '-rc1', '.1', '_p3', '-beta.2', '+build5'),
  )
  .map(([start, major, minor, end]) => `${start}${major}.${minor}${end}`);
const range = fc
  .tuple(fc.constantFrom('', '>=', '>'), version, fc.constantFrom('', '<=', '<', '='), version)
  .map(([lower, low, upper, high]) =>
    upper === '=' ? `=${high}` : `${lower && lower + low} ${upper && upper + high}`,
  )
  .map((text) => parseVersionRange(text.trim() === '' ? '*' : text))
  .filter((value): value is VersionRange => !isRangeProblem(value));

describe('prose and phrases', () => {
  it('reads back what every range is called, in both languages', () => {
    fc.assert(
      fc.property(range, fc.constantFrom('ja' as const, 'en' as const), (value, language) => {
        expect(parseVersionProse(formatRangePhrase(value, language))).toEqual({
          ranges: [formatVersionRange(value)],
        });
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('gives canonical ranges or nothing for any words, without throwing', () => {
    const words = [
      '1.2',
      '2.x',
      'v3',
      'prior to',
      'and',
      'および',
      'それ以前',
      '以降',
      '未満',
      'から',
      'まで',
      '〜',
      ',',
    ];
    const more = [
      'to',
      'from',
      'all',
      'fixed in',
      '<',
      '>=',
      '=',
      '(',
      '系',
      'or later',
      'including',
      'を除く',
      ' ',
      '\n',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words, ...more), { maxLength: 9 }), (parts) => {
        for (const each of parseVersionProse(parts.join(' '))?.ranges ?? []) {
          const read = parseVersionRange(each);
          expect(isRangeProblem(read) || formatVersionRange(read)).toBe(each);
        }
      }),
      { seed: 2, numRuns: 3000 },
    );
  });

  it('is quick with any text, however long', () => {
    const texts = ['1.', '1.x', 'up to ', 'および', '1.0,', '-', '1-1.', 'v', '〜', '~1.', '<'].map((part) =>
      part.repeat(50_000),
    );
    for (const text of [...texts, ...texts.map((each) => each.slice(0, 399))]) {
      const start = performance.now();
      parseVersionProse(text);
      expect(performance.now() - start).toBeLessThan(200);
    }
  });
});
