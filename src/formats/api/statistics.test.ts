import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counted, countAdvisories } from './statistics.ts';

const advisory = fc.record<Counted>(
  {
    publishedOn: fc.constantFrom('2025-01-31', '2025-02-01', '2025-12-31', '2026-01-01'),
    family: fc.constantFrom('jp', 'vu'),
    withdrawn: fc.boolean(),
    severity: fc.constantFrom('critical', 'high', 'none'),
    cves: fc.uniqueArray(fc.constantFrom('CVE-1900-0001', 'CVE-1900-0002')),
    weaknesses: fc.array(fc.constantFrom('CWE-79', 'CWE-121', 'CWE-20')),
  },
  { requiredKeys: ['publishedOn', 'family', 'withdrawn', 'cves', 'weaknesses'] },
);
const some = (overrides: Partial<Counted>): Counted => ({
  ...{ publishedOn: '2026-03-10', family: 'jp', withdrawn: false, cves: [], weaknesses: [] },
  ...overrides,
});

describe('countAdvisories', () => {
  it('counts one advisory under its year, month, severity and family', () => {
    const only = some({ severity: 'high', cves: ['CVE-1900-0001'], weaknesses: ['CWE-79', 'CWE-79'] });
    const severity = { critical: 0, high: 1, medium: 0, low: 0, none: 0, unscored: 0 };
    const counts = { advisories: 1, withdrawn: 0, cves: 1, severity, families: { jp: 1, vu: 0 } };
    const weaknesses = [{ id: 'CWE-79', advisories: 1 }];
    expect(countAdvisories([only], ['jp', 'vu'])).toEqual({
      total: { ...counts, weaknesses },
      years: [{ year: 2026, ...counts, weaknesses, months: [{ month: '2026-03', ...counts }] }],
    });
  });

  it('counts a withdrawn advisory as such and as nothing else', () => {
    const { total } = countAdvisories(
      [some({ withdrawn: true, severity: 'high', cves: ['CVE-1900-0001'] })],
      ['jp'],
    );
    expect(total).toMatchObject({
      advisories: 0,
      withdrawn: 1,
      cves: 0,
      severity: { high: 0 },
      families: { jp: 0 },
    });
  });

  it('names the commonest weakness first, then by number, and the newest year and month first', () => {
    const list = [
      some({ weaknesses: ['CWE-121', 'CWE-79'] }),
      some({ weaknesses: ['CWE-20'], publishedOn: '2025-12-31' }),
      some({ weaknesses: ['CWE-20', 'CWE-1000'], publishedOn: '2026-10-01' }),
    ];
    const { total, years } = countAdvisories(list, ['jp']);
    expect(total.weaknesses.map(({ id }) => id)).toEqual(['CWE-20', 'CWE-79', 'CWE-121', 'CWE-1000']);
    expect(years.map(({ year }) => year)).toEqual([2026, 2025]);
    expect(years[0]?.months.map(({ month }) => month)).toEqual(['2026-10', '2026-03']);
  });

  it('adds up: severities, families, months and years give the total', () => {
    const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
    fc.assert(
      fc.property(fc.array(advisory), (list) => {
        const { total, years } = countAdvisories(list, ['jp', 'vu']);
        const months = years.flatMap((year) => year.months);
        for (const each of [total, ...years, ...months]) {
          expect(sum(Object.values(each.severity))).toBe(each.advisories);
          expect(sum(Object.values(each.families))).toBe(each.advisories);
        }
        for (const parts of [years, months]) {
          expect(sum(parts.map(({ advisories }) => advisories))).toBe(total.advisories);
          expect(sum(parts.map(({ withdrawn }) => withdrawn))).toBe(total.withdrawn);
        }
        expect(total.advisories + total.withdrawn).toBe(list.length);
      }),
    );
  });
});
