import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessDays, countBusinessDays, dayKind, nextBusinessDay } from './business-days.ts';
import { addDays } from './dates.ts';

const runs = { seed: 11, numRuns: 300 };
const day = fc.integer({ min: 0, max: 18_000 }).map((count) => addDays('1990-01-01', count));
const daysOff = fc.array(day, { maxLength: 5 });

describe('business days', () => {
  // Cumulative reports divided by these counts give the rates that IPA printed: 1.98, 4.21, 3.99 and 3.82 a day.
  it.each([
    ['2007-06-30', 728],
    ['2017-03-31', 3102],
    ['2018-12-31', 3532],
    ['2025-06-30', 5106],
  ])('since the Partnership began, up to %s, are %i', (to, count) => {
    expect(countBusinessDays('2004-07-08', to)).toBe(count);
  });

  it.each([
    ['2026-11-27', 'business-day', 'a Friday'],
    ['2026-11-28', 'day-off', 'a Saturday'],
    ['2026-11-29', 'day-off', 'a Sunday'],
    ['2026-11-23', 'day-off', 'a national holiday'],
    ['2019-05-01', 'day-off', 'the accession of the emperor'],
    ['2019-10-22', 'day-off', 'his enthronement'],
    ['2020-07-24', 'day-off', 'a holiday that the Olympics moved here'],
    ['2020-10-12', 'business-day', 'a holiday that the Olympics moved away'],
    ['2026-09-22', 'day-off', 'a day between two holidays'],
    ['2024-02-12', 'day-off', 'the day after a holiday on a Sunday'],
    ['2026-12-28', 'business-day', 'the last one of the year'],
    ['2026-12-29', 'day-off', 'the end of the year'],
    ['2025-01-03', 'day-off', 'the beginning of the year'],
    ['2027-01-04', 'business-day', 'the first one of the year'],
  ])('%s is a %s: %s', (asked, kind) => {
    expect(dayKind(asked)).toBe(kind);
  });

  it('spare the days off of the site', () => {
    expect(dayKind('2026-11-27', ['2026-11-27'])).toBe('day-off');
    expect(countBusinessDays('2026-11-24', '2026-11-30', ['2026-11-27'])).toBe(4);
    expect(nextBusinessDay('2026-11-27', ['2026-11-27'])).toBe('2026-11-30');
  });

  it('are added over weekends, holidays and the end of the year', () => {
    expect(addBusinessDays('2026-12-25', 2)).toBe('2027-01-04');
    expect(addBusinessDays('2026-12-26', 1)).toBe('2026-12-28');
    expect(addBusinessDays('2027-01-04', -2)).toBe('2026-12-25');
    expect(addBusinessDays('2026-12-26', 0)).toBe('2026-12-26');
    expect(nextBusinessDay('2026-12-29')).toBe('2027-01-04');
    expect(nextBusinessDay('2027-01-04')).toBe('2027-01-04');
  });

  it('are not told where holidays are unknown', () => {
    expect(dayKind('2050-12-28')).toBe('business-day');
    expect(dayKind('2051-01-04')).toBe('unknown');
    expect(dayKind('1969-12-26')).toBe('unknown');
    expect(addBusinessDays('2050-12-28', 1)).toEqual({ problem: 'holidays-unknown', day: '2051-01-01' });
    expect(addBusinessDays('1970-01-05', -1)).toEqual({ problem: 'holidays-unknown', day: '1969-12-31' });
    expect(nextBusinessDay('9999-12-31')).toMatchObject({ problem: 'holidays-unknown' });
    expect(countBusinessDays('2050-12-01', '2051-01-31')).toEqual({
      problem: 'holidays-unknown',
      day: '2051-01-01',
    });
    expect(countBusinessDays('1969-12-31', '1970-01-31')).toMatchObject({ day: '1969-12-31' });
  });

  it('added and counted agree', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 300 }), daysOff, (start, count, off) => {
        const end = addBusinessDays(start, count, off) as string;
        expect(dayKind(end, off)).toBe('business-day');
        expect(countBusinessDays(addDays(start, 1), end, off)).toBe(count);
        expect(countBusinessDays(addDays(start, 1), addDays(end, -1), off)).toBe(count - 1);
      }),
      runs,
    );
  });

  it('forth and back lead to the same business day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 100 }), daysOff, (start, count, off) => {
        const from = nextBusinessDay(start, off) as string;
        const there = addBusinessDays(from, count, off) as string;
        expect(addBusinessDays(there, -count, off)).toBe(from);
      }),
      runs,
    );
  });

  it('of two spans that touch add up, and an empty span has none', () => {
    fc.assert(
      fc.property(day, fc.nat(400), fc.nat(400), daysOff, (from, first, second, off) => {
        const [middle, to] = [addDays(from, first), addDays(from, first + 1 + second)];
        const left = countBusinessDays(from, middle, off) as number;
        const right = countBusinessDays(addDays(middle, 1), to, off) as number;
        expect(left + right).toBe(countBusinessDays(from, to, off));
        expect(countBusinessDays(addDays(from, 1), from, off)).toBe(0);
      }),
      runs,
    );
  });
});
