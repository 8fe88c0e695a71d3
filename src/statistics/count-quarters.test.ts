import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedAdvisory, countPeriod, countQuarters } from './count-quarters.ts';
import { quantile } from './quantile.ts';

const some = (overrides: Partial<CountedAdvisory>): CountedAdvisory => ({
  ...{ publishedOn: '2026-03-10', family: 'jp', withdrawn: false, weaknesses: [], vendors: 1, fix: 'none' },
  ...overrides,
});

describe('countQuarters', () => {
  it('fills quarters without a publication up to the present one', () => {
    const { quarters } = countQuarters([some({ publishedOn: '2025-12-31' })], ['jp', 'vu'], '2026-Q2');
    expect(quarters.map(({ quarter, advisories }) => [quarter, advisories])).toEqual([
      ['2025-Q4', 1],
      ['2026-Q1', 0],
      ['2026-Q2', 0],
    ]);
    expect(quarters[1]?.families).toEqual({ jp: 0, vu: 0 });
  });

  it('has the present quarter alone when nothing was published', () => {
    const { quarters } = countQuarters([], ['jp'], '2026-Q2');
    expect(quarters).toMatchObject([{ quarter: '2026-Q2', advisories: 0, days: { advisories: 0 } }]);
    expect(quarters[0]?.days).not.toHaveProperty('median');
  });

  it('counts a withdrawn advisory as such and as nothing else', () => {
    const counted = countQuarters([some({ withdrawn: true })], ['jp'], '2026-Q1');
    expect(counted).toMatchObject({ withdrawn: 1, quarters: [{ advisories: 0 }] });
  });

  it('tells days over the advisories that know them', () => {
    const list = [3, 40, 10, undefined].map((days) => some(days === undefined ? {} : { days }));
    expect(countQuarters(list, ['jp'], '2026-Q1').quarters[0]?.days).toEqual({
      advisories: 3,
      median: 10,
      p90: 40,
    });
  });

  it('adds up: families, severities and fixes give the advisories of every quarter', () => {
    const advisory = fc.record<CountedAdvisory>(
      {
        publishedOn: fc.constantFrom('2025-01-31', '2025-12-31', '2026-01-01'),
        family: fc.constantFrom('jp', 'vu'),
        withdrawn: fc.boolean(),
        severity: fc.constantFrom('critical', 'none'),
        weaknesses: fc.constant([]),
        vendors: fc.nat(100),
        fix: fc.constantFrom('at-publication', 'later', 'none', 'unknown'),
      },
      { requiredKeys: ['publishedOn', 'family', 'withdrawn', 'weaknesses', 'vendors', 'fix'] },
    );
    const sum = (record: Readonly<Record<string, number>>) =>
      Object.values(record).reduce((a, b) => a + b, 0);
    fc.assert(
      fc.property(fc.array(advisory), (list) => {
        const { quarters, withdrawn } = countQuarters(list, ['jp', 'vu'], '2026-Q2');
        for (const { advisories, families, severities, fixes } of quarters)
          expect([families, severities, fixes].map(sum)).toEqual([advisories, advisories, advisories]);
        expect(quarters.reduce((all, { advisories }) => all + advisories, withdrawn)).toBe(list.length);
        const { vendors } = countPeriod(list, '2025-Q1');
        expect(vendors.reduce((all, [, number]) => all + number, 0)).toBe(list.length - withdrawn);
      }),
    );
  });
});

describe('countPeriod', () => {
  it('leaves out what was published before it, and names the commonest weakness first, then by number', () => {
    const list = [
      some({ weaknesses: ['CWE-121', 'CWE-79', 'CWE-79'], vendors: 7 }),
      some({ weaknesses: ['CWE-121'], vendors: 60 }),
      some({ weaknesses: ['CWE-20'], vendors: 0 }),
      some({ weaknesses: ['CWE-20'], publishedOn: '2025-12-31' }),
    ];
    const { advisories, weaknesses, vendors } = countPeriod(list, '2026-Q1');
    expect(advisories).toBe(3);
    expect(weaknesses).toEqual([
      ['CWE-121', 2],
      ['CWE-20', 1],
      ['CWE-79', 1],
    ]);
    expect(vendors.filter(([, number]) => number > 0)).toEqual([
      [0, 1],
      [5, 1],
      [50, 1],
    ]);
  });
});

describe('quantile', () => {
  it('is the nearest rank, always one of the values', () => {
    expect([quantile([4, 1, 3, 2], 0.5), quantile([1, 2, 3], 0.5), quantile([7], 0.9)]).toEqual([2, 2, 7]);
    expect(quantile([], 0.5)).toBeUndefined();
  });

  it('is not exceeded by its share of the values, and by no smaller value', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(999), { minLength: 1 }), fc.constantFrom(0.5, 0.9, 1), (values, share) => {
        const found = quantile(values, share) ?? -1;
        const below = (limit: number) => values.filter((value) => value <= limit).length / values.length;
        expect(below(found)).toBeGreaterThanOrEqual(share);
        expect(below(found - 1)).toBeLessThan(share);
      }),
    );
  });
});
