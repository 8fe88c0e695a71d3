import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions } from './version.ts';

const ascending = [
  ['0-rc1', '0', '0.0.1', '1.0-rc1', '1.0', '1.0.1'],
  ['1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-beta', '1.0.0-beta.2', '1.0.0-beta.11', '1.0.0-rc.1', '1.0.0'],
  ['1.0.2-beta1', '1.0.2', '1.0.2a', '1.0.2y', '1.0.2z', '1.0.2za', '1.0.2zb', '1.1.0', '1.1.0a', '3.0.0'],
  ['4.0a1', '4.0b1', '4.0b2', '4.0rc1', '4.0', '4.0.1'],
  ['4.9', '4.10', '4.10.1', '4.100'],
  ['1.0~rc1', '1.0', '1.0-1', '1.0-2', '1.0-10', '1.0.1'],
  ['1.0~1', '1.0~2', '1.0~10', '1.0'],
  ['7.2', '7.2p1', '7.2p2', '7.3'],
  ['1.8.0_45', '1.8.0_201', '1.8.1'],
  ['20231231', '20240101', '20240102'],
  ['R11', 'R12', 'R12.1', 'R13'],
  ['Ver.1.99', 'Ver.2.00', 'Ver.2.01', 'Ver.2.10'],
  ['9.9', '1:0.1', '1:2.0', '2:0.1'],
  ['99999999999999999998', '99999999999999999999', '100000000000000000000'],
];

const equal = [
  [
    '4.0',
    '4.0.0',
    '4',
    'v4.0',
    'V4',
    'Ver.4.00',
    'version 4.0',
    '４．０',
    '4.0+build.7',
    '4.0.Final',
    ' 4.0 ',
  ],
  ['1.0-rc1', '1.0rc1', '1.0.0-rc.1', '1.0-RC1', '1.0~rc1', '1.0c1'],
  ['1.0a1', '1.0-alpha1', '1.0.alpha.1'],
  ['R12', '12', 'rel.12'],
  ['2.01', '2.1'],
];

describe('compareVersions', () => {
  it.each(ascending.map((versions) => [versions]))('sorts %j as its vendor counts', (versions) => {
    for (const [index, earlier] of versions.entries()) {
      for (const later of versions.slice(index + 1)) {
        expect(compareVersions(earlier, later), `${earlier} < ${later}`).toBeLessThan(0);
        expect(compareVersions(later, earlier), `${later} > ${earlier}`).toBeGreaterThan(0);
      }
    }
  });

  it.each(equal.map((versions) => [versions]))('takes %j for one version', (versions) => {
    for (const a of versions) {
      for (const b of versions) expect(compareVersions(a, b), `${a} = ${b}`).toBe(0);
    }
  });

  it('tells a letter release from a pre-release of the same letter', () => {
    expect(compareVersions('1.0b', '1.0')).toBeGreaterThan(0);
    expect(compareVersions('1.0b1', '1.0')).toBeLessThan(0);
  });

  it('answers at once for hostile lengths', () => {
    expect(compareVersions(`1${'('.repeat(200_000)}`, `1${'.0'.repeat(100_000)}`)).toBe(0);
  });
});

const piece = fc.constantFrom(
  ...[
    '0',
    '1',
    '2',
    '10',
    '00',
    '.',
    '-',
    '_',
    '~',
    '+',
    ':',
    ' ',
    'a',
    'b',
    'z',
    'rc',
    'beta',
    'dev',
    'v',
    'final',
    'p',
  ],
);
const version = fc.oneof(
  fc.array(piece, { minLength: 1, maxLength: 7 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

describe('the order of versions', () => {
  it('is reflexive and antisymmetric', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(compareVersions(a, a)).toBe(0);
        expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0);
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  it('is transitive, equality included', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        const [x, y, z] = [a, b, c].sort(compareVersions) as [string, string, string];
        expect(compareVersions(x, y)).toBeLessThanOrEqual(0);
        expect(compareVersions(y, z)).toBeLessThanOrEqual(0);
        expect(compareVersions(x, z)).toBeLessThanOrEqual(0);
        if (compareVersions(a, b) === 0) {
          expect(Math.sign(compareVersions(a, c))).toBe(Math.sign(compareVersions(b, c)));
        }
      }),
      { numRuns: 5000, seed: 2 },
    );
  });
});
