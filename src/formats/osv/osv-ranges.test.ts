import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions } from '#domain/version.ts';
import { matchVersions, readVersionRange } from '#domain/version-range.ts';
import type { OsvEvent } from './osv-record.ts';
import { toOsvVersions } from './osv-ranges.ts';

const events = (ranges: string[], fixed: string[] = [], isSemantic = true) =>
  toOsvVersions({ ranges, fixed }, isSemantic).ranges.map((range) => range.events);

describe('a range', () => {
  it.each<[string, string[], OsvEvent[]]>([
    ['*', [], [{ introduced: '0' }]],
    ['>=1.2 <1.4', [], [{ introduced: '1.2.0' }, { fixed: '1.4.0' }]],
    ['<=4.0', [], [{ introduced: '0' }, { last_affected: '4.0.0' }]],
    ['<=4.0', ['4.0.1', '5.0'], [{ introduced: '0' }, { fixed: '4.0.1' }]],
    ['>=1.0', [], [{ introduced: '1.0.0' }]],
    ['>1.2 <2', [], [{ introduced: '1.2.1-0' }, { fixed: '2.0.0' }]],
  ])('%s with fixes %j', (range, fixed, expected) => {
    expect(events([range], fixed)).toEqual([expected]);
  });

  it('that another one follows does not reach over it to a fix', () => {
    expect(events(['<=1.4', '>=2.0 <=2.3'], ['2.4'])).toEqual([
      [{ introduced: '0' }, { last_affected: '1.4.0' }],
      [{ introduced: '2.0.0' }, { fixed: '2.4.0' }],
    ]);
  });

  it('that is one version is listed', () => {
    expect(toOsvVersions({ ranges: ['=1.2', '1.3'], fixed: [] }, true)).toEqual({
      ranges: [],
      versions: ['1.2.0', '1.3.0'],
    });
  });

  it('is semantic only when all its versions are', () => {
    expect(toOsvVersions({ ranges: ['>1.2.3.4 <2a'], fixed: [] }, true).ranges).toEqual([
      { type: 'ECOSYSTEM', events: [{ introduced: '1.2.3.4' }, { fixed: '2a' }] },
    ]);
  });

  it('says of every version what the site says, but for versions before a fix that nobody has spoken about', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryRange, { maxLength: 3 }),
        fc.array(number, { maxLength: 2 }),
        number,
        (texts, fixes, version) => {
          const ranges = texts.map(readVersionRange);
          const fixed = fixes.filter((fix) => !matchVersions(ranges, [], fix).affected);
          const answer = matchVersions(ranges, fixed, version);
          const osv = toOsvVersions({ ranges: texts, fixed }, true);
          const isAffected = asksOsv(osv, `${version}.0`);
          if (answer.affected) expect(isAffected).toBe(true);
          for (const fix of fixed) expect(asksOsv(osv, `${fix}.0`)).toBe(false);
          const isBeforeFix = fixed.some((fix) => compareVersions(version, fix) < 0);
          if (!answer.affected && isAffected) expect(isBeforeFix).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

const number = fc.tuple(fc.nat(3), fc.nat(3)).map(([major, minor]) => `${major}.${minor}`);
const arbitraryRange = fc
  .tuple(number, number, fc.constantFrom('>=', '>'), fc.constantFrom('<=', '<'), fc.nat(4))
  .filter(([a, b]) => compareVersions(a, b) < 0)
  .map(([a, b, lower, upper, form]) => {
    const forms = [`${lower}${a} ${upper}${b}`, `${lower}${a}`, `${upper}${b}`, `=${a}`, '*'];
    return forms[form] ?? '*';
  });

/** The evaluation algorithm of the OSV schema, for plain numbers. */
function asksOsv({ ranges, versions }: ReturnType<typeof toOsvVersions>, version: string): boolean {
  if (versions.includes(version)) return true;
  return ranges.some((range) => {
    let affected = false;
    for (const event of range.events) {
      if ('introduced' in event && (event.introduced === '0' || order(version, event.introduced) >= 0))
        affected = true;
      else if ('fixed' in event && order(version, event.fixed) >= 0) affected = false;
      else if ('last_affected' in event && order(version, event.last_affected) > 0) affected = false;
    }
    return affected;
  });
}

/** `1.2.1-0` is a pre-release by Semantic Versioning, and a revision to the domain. */
function order(a: string, b: string): number {
  return b.endsWith('-0') ? compareVersions(a, b.replace('-0', '-alpha')) : compareVersions(a, b);
}
