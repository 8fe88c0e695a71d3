import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions } from './version.ts';
import {
  formatVersionRange,
  includesVersion,
  isRangeProblem,
  matchVersions,
  parseVersionRange,
  type VersionRange,
} from './version-range.ts';

function rangeOf(text: string): VersionRange {
  const range = parseVersionRange(text);
  if (isRangeProblem(range)) throw new Error(`${text} is refused: ${range.problem}`);
  return range;
}

describe('parseVersionRange', () => {
  it.each([
    ['>=1.2 <1.4', '>=1.2 <1.4'],
    ['<1.4 >=1.2', '>=1.2 <1.4'],
    ['  >= 1.2   < 1.4 ', '>=1.2 <1.4'],
    ['>=1.2<1.4', '>=1.2 <1.4'],
    ['<=4.0', '<=4.0'],
    ['=2.0', '=2.0'],
    ['2.0', '=2.0'],
    ['*', '*'],
    ['>3', '>3'],
    ['＜＝４．０', '<=4.0'],
    ['<=Ver.2.00', '<=Ver.2.00'],
    ['<1.0~rc1', '<1.0~rc1'],
    ['<1:2.30-1+deb12u1', '<1:2.30-1+deb12u1'],
    ['>=R12 <=R14', '>=R12 <=R14'],
    ['>=2 <=2.0', '=2'],
  ])('reads %j as %j', (text, canonical) => {
    expect(formatVersionRange(rangeOf(text))).toBe(canonical);
  });

  it.each([
    ['', 'empty', 0, ''],
    [' \u3000', 'empty', 0, ''],
    ['==2.0', 'bad-operator', 0, '=='],
    ['>=1 =<2', 'bad-operator', 4, '=<'],
    ['^1.2', 'bad-operator', 0, '^'],
    ['~>1.2', 'bad-operator', 0, '~>'],
    ['!=1.2', 'bad-operator', 0, '!='],
    ['≦4.0', 'bad-operator', 0, '≦'],
    ['<=', 'missing-version', 0, '<='],
    ['>=1 <', 'missing-version', 4, '<'],
    ['<= (4)', 'bad-version', 3, '(4)'],
    ['<=-4', 'bad-version', 2, '-4'],
    ['1.2 - 1.4', 'bad-version', 4, '-'],
    ['2.x', 'bad-version', 0, '2.x'],
    ['<3.*', 'bad-version', 1, '3.*'],
    [`<${'1'.repeat(101)}`, 'bad-version', 1, '1'.repeat(101)],
    ['4.0 およびそれ以前', 'phrase', 4, 'およびそれ以前'],
    ['4.0以前', 'phrase', 3, '以前'],
    ['1.2〜1.4', 'phrase', 3, '〜1.4'],
    ['1.2～1.4', 'phrase', 3, '～1.4'],
    ['prior to 3.1', 'phrase', 0, 'prior'],
    ['4.0 and earlier', 'phrase', 4, 'and'],
    ['<1, >2', 'list', 2, ','],
    ['1.0 || 1.1', 'list', 4, '||'],
    ['>=1 >2', 'two-lower-bounds', 4, '>2'],
    ['<=1 <2', 'two-upper-bounds', 4, '<2'],
    ['>=2 <1', 'contradiction', 4, '<1'],
    ['>2 <=2', 'contradiction', 3, '<=2'],
    ['* <2', 'not-combinable', 0, '*'],
    ['* 2', 'not-combinable', 0, '* 2'],
    ['1.0 1.1', 'not-combinable', 0, '1.0'],
    ['>=1 =2', 'not-combinable', 4, '=2'],
  ])('refuses %j as %s and points at it', (text, problem, position, part) => {
    expect(parseVersionRange(text)).toMatchObject({ problem, position, text: part });
  });

  it.each([
    ['=<2', '<='],
    ['≧2', '>='],
    ['==2', '='],
    ['2.x', '>=2 <3'],
    ['3.9.*', '>=3.9 <3.10'],
  ])('suggests for %j what was meant: %j', (text, suggestion) => {
    expect(parseVersionRange(text)).toMatchObject({ suggestion });
  });

  it.each(['^1.2', '<3.9.*'])('suggests nothing for %j, which has no one meaning', (text) => {
    expect(parseVersionRange(text)).toHaveProperty('problem');
    expect(parseVersionRange(text)).not.toHaveProperty('suggestion');
  });

  it('reads or refuses any text without throwing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('<>=*~^ 0.ax,以よ\u3000\ud800')), maxLength: 12 }),
        (text) => {
          expect(parseVersionRange(text)).toBeTypeOf('object');
        },
      ),
      { seed: 3 },
    );
  });
});

const version = fc
  .tuple(fc.nat(4), fc.nat(11), fc.constantFrom('', 'a', 'b', '-rc1', 'b2', '.1'))
  .map(([major, minor, suffix]) => `${String(major)}.${String(minor)}${suffix}`);
const range = fc
  .tuple(fc.constantFrom('', '>=', '>'), version, fc.constantFrom('', '<=', '<'), version)
  .map(([lower, low, upper, high]) => `${lower && lower + low} ${upper && upper + high}`)
  .map((text) => parseVersionRange(text))
  .filter((value): value is VersionRange => !isRangeProblem(value));

describe('formatVersionRange', () => {
  it('writes text that reads back as the same range', () => {
    fc.assert(
      fc.property(range, (value) => {
        expect(parseVersionRange(formatVersionRange(value))).toEqual(value);
      }),
      { seed: 4 },
    );
  });
});

describe('includesVersion', () => {
  it.each([
    ['<=4.0', '4.0.0', true],
    ['<=4.0', '4.0.1', false],
    ['<=4.0', '3.11', true],
    ['<3.1.0', '3.1.0-rc1', true],
    ['<3.1.0', '3.1.0', false],
    ['>3', '3.0', false],
    ['>3', '3.0.1', true],
    ['>=1.2 <1.4', '1.2', true],
    ['>=1.2 <1.4', '1.3.99', true],
    ['>=1.2 <1.4', '1.4', false],
    ['>=1.2 <1.4', '1.1z', false],
    ['=2.0', 'v2', true],
    ['=2.0', '2.0.1', false],
    ['*', 'anything', true],
  ])('answers whether %s includes %s: %s', (text, candidate, answer) => {
    expect(includesVersion(rangeOf(text), candidate)).toBe(answer);
  });

  it('gives versions that compare equal the same answer, and a range includes everything between two members', () => {
    fc.assert(
      fc.property(range, fc.tuple(version, version, version), (value, versions) => {
        versions.sort(compareVersions);
        const [low, middle, high] = versions;
        expect(includesVersion(value, `v${middle}`)).toBe(includesVersion(value, middle));
        if (includesVersion(value, low) && includesVersion(value, high)) {
          expect(includesVersion(value, middle)).toBe(true);
        }
      }),
      { seed: 5, numRuns: 1000 },
    );
  });
});

describe('matchVersions', () => {
  const ranges = ['>=1.0 <1.0.5', '>=1.1 <=1.1.1'].map(rangeOf);
  const fixed = ['1.1.2', '1.0.5'];

  it('names the range that includes the version', () => {
    expect(matchVersions(ranges, fixed, '1.1.1')).toEqual({
      affected: true,
      because: { kind: 'in-range', range: ranges[1] },
    });
  });

  it('lets a fixed version win over a range that includes it', () => {
    expect(matchVersions([{ kind: 'all' }], fixed, '1.0.5.0')).toEqual({
      affected: false,
      because: { kind: 'fixed-version', fixed: '1.0.5' },
    });
  });

  it('names the latest fix before a later version', () => {
    expect(matchVersions(ranges, fixed, '1.0.6').because).toEqual({ kind: 'after-fix', fixed: '1.0.5' });
    expect(matchVersions(ranges, fixed, '3').because).toEqual({ kind: 'after-fix', fixed: '1.1.2' });
  });

  it('says that a version is outside, or that nothing is stated', () => {
    expect(matchVersions(ranges, fixed, '0.9')).toEqual({
      affected: false,
      because: { kind: 'outside-ranges' },
    });
    expect(matchVersions([], [], '0.9')).toEqual({ affected: false, because: { kind: 'no-ranges' } });
  });
});
