import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toVersionBranches } from './vers.ts';

const namesOf = (ranges: readonly string[], purl?: string) =>
  toVersionBranches(ranges, purl).branches.map(({ name }) => name);

describe('toVersionBranches', () => {
  it.each([
    [['<=4.0'], ['vers:generic/<=4.0']],
    [['*'], ['vers:generic/*']],
    [['=2.0'], ['2.0']],
    [['>=1.2 <1.4'], ['vers:generic/>=1.2|<1.4']],
    [['>=2 <=3', '<1.5'], ['vers:generic/<1.5|>=2|<=3']],
    [['<=1', '>3'], ['vers:generic/<=1|>3']],
    [
      ['=1.0', '<0.5', '=2.0'],
      ['1.0', '2.0', 'vers:generic/<0.5'],
    ],
    [['<1.0', '< 1.0'], ['vers:generic/<1.0']],
    [['<1.0+build'], ['vers:generic/<1.0%2Bbuild']],
    [['<1:2.0~rc1'], ['vers:generic/<1:2.0~rc1']],
    [['<４.０'], ['vers:generic/<4.0']],
  ])('tells %j as %j', (ranges, names) => {
    expect(namesOf(ranges)).toEqual(names);
  });

  it.each([
    ['overlap', ['<3', '>=2 <4']],
    ['meet at one version', ['<2', '>=2 <3']],
    ['meet at one version that is written in two ways', ['<2', '>=2.0 <3']],
    ['are open at the same side', ['<2', '<3']],
  ])('gives each range its own specifier where they %s', (_, ranges) => {
    expect(namesOf(ranges)).toHaveLength(ranges.length);
  });

  it('keeps what is no range as words, and never as a version', () => {
    const ranges = ['4.0 およびそれ以前', 'prior to 4.0', '4.0 から 5.0 まで'];
    expect(toVersionBranches(ranges)).toEqual({ branches: [], words: ranges });
  });

  it.each([
    ['pkg:npm/a', ['<1.2.3'], 'vers:npm/<1.2.3'],
    ['pkg:npm/a', ['<1.2'], 'vers:generic/<1.2'],
    ['pkg:npm/a', ['<1.2.3-rc1'], 'vers:generic/<1.2.3-rc1'],
    ['pkg:pypi/a', ['>=1.2 <2'], 'vers:pypi/>=1.2|<2'],
    ['pkg:deb/debian/a', ['<1.2-1'], 'vers:generic/<1.2-1'],
    ['pkg:npm/a', ['*'], 'vers:generic/*'],
  ])('names the scheme of %s with %j only where it is certain', (purl, ranges, name) => {
    expect(namesOf(ranges, purl)).toEqual([name]);
  });

  it('names no version twice in one specifier', () => {
    const version = fc.tuple(fc.nat(3), fc.nat(3)).map((parts) => parts.join('.'));
    const range = fc.oneof(
      version.map((each) => `<${each}`),
      version.map((each) => `>=${each}`),
      fc.tuple(version, version).map(([a, b]) => `>${a} <=${b}`),
    );
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        for (const { name, ranges: union } of toVersionBranches(ranges).branches) {
          const versions = name.match(/\d+\.\d+/gu) ?? [];
          expect(new Set(versions).size).toBe(versions.length);
          expect(union.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
