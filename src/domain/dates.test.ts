import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  compareInstants,
  dayIn,
  daysBetween,
  epochMilliseconds,
  formatDay,
  formatDayNumeric,
  formatMonth,
  formatMonthName,
  formatInstant,
  monthsBack,
  parseDay,
  parseInstant,
  toUtc,
  toZone,
  yearIn,
} from './dates.ts';

const publication = '2018-12-21T14:00:00+09:00';

describe('parseInstant', () => {
  it.each([
    publication,
    '2018-12-21T05:00:00Z',
    '2024-02-29T23:59:59.123456789-03:30',
    '2000-02-29T00:00:00+00:00',
    '2018-12-21T14:00:00+14:00',
  ])('accepts %s and leaves it as written', (text) => {
    expect(parseInstant(text)).toBe(text);
  });

  it.each([
    ['2018-12-21', 'date-only'],
    ['2018-12-21T14:00:00', 'missing-offset'],
    ['2018-12-21T14:00', 'missing-offset'],
    ['2018-12-21 14:00:00+09:00', 'malformed'],
    ['2018-12-21T14:00+09:00', 'malformed'],
    ['2018-12-21t14:00:00z', 'malformed'],
    ['2018-12-21T14:00:00+0900', 'malformed'],
    ['2018-12-21T14:00:00.+09:00', 'malformed'],
    ['２０１８-12-21T14:00:00Z', 'malformed'],
    ['2018-12-21T14:00:00Z\n', 'malformed'],
    ['', 'malformed'],
    ['2018-02-30T14:00:00+09:00', 'impossible-date'],
    ['2019-02-29T14:00:00+09:00', 'impossible-date'],
    ['1900-02-29T14:00:00+09:00', 'impossible-date'],
    ['2018-04-31T14:00:00+09:00', 'impossible-date'],
    ['2018-13-01T14:00:00+09:00', 'impossible-date'],
    ['2018-12-00T14:00:00+09:00', 'impossible-date'],
    ['0000-12-01T14:00:00+09:00', 'impossible-date'],
    ['2018-12-21T24:00:00+09:00', 'impossible-time'],
    ['2018-12-21T14:60:00+09:00', 'impossible-time'],
    ['2016-12-31T23:59:60Z', 'impossible-time'],
    ['2018-12-21T14:00:00+15:00', 'impossible-offset'],
    ['2018-12-21T14:00:00+09:60', 'impossible-offset'],
    ['2018-12-21T14:00:00-00:00', 'unknown-offset'],
  ])('refuses %j as %s', (text, problem) => {
    expect(parseInstant(text)).toEqual({ problem, text });
  });
});

describe('parseDay', () => {
  it('accepts a day and refuses everything else', () => {
    expect(parseDay('2018-12-21')).toBe('2018-12-21');
    expect(parseDay('2018-02-30')).toEqual({ problem: 'impossible-date', text: '2018-02-30' });
    expect(parseDay('2018/12/21')).toEqual({ problem: 'malformed', text: '2018/12/21' });
    expect(parseDay(publication)).toEqual({ problem: 'malformed', text: publication });
  });
});

describe('days and years in a zone', () => {
  it.each([
    [publication, 'Asia/Tokyo', '2018-12-21'],
    ['2018-12-31T15:00:00Z', 'Asia/Tokyo', '2019-01-01'],
    ['2018-12-31T14:59:59Z', 'Asia/Tokyo', '2018-12-31'],
    ['2019-01-01T00:00:00+09:00', 'America/New_York', '2018-12-31'],
    // The hour before and after midnight on the days when the clocks change.
    ['2024-03-10T04:59:59Z', 'America/New_York', '2024-03-09'],
    ['2024-03-10T05:00:00Z', 'America/New_York', '2024-03-10'],
    ['2024-03-11T03:59:59Z', 'America/New_York', '2024-03-10'],
    ['2024-03-11T04:00:00Z', 'America/New_York', '2024-03-11'],
    ['2024-11-04T04:59:59Z', 'America/New_York', '2024-11-03'],
    ['2024-11-04T05:00:00Z', 'America/New_York', '2024-11-04'],
    // Samoa skipped 30 December 2011.
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
    ['1969-12-31T23:59:59.999Z', 'UTC', '1969-12-31'],
  ])('puts %s in %s on %s', (instant, zone, day) => {
    expect(dayIn(instant, zone)).toBe(day);
    expect(yearIn(instant, zone)).toBe(Number(day.slice(0, 4)));
  });

  it('agrees with the platform at any moment in zones of every kind', () => {
    const zones = [
      'Asia/Tokyo',
      'Europe/London',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
    ];
    const instant = fc
      .integer({ min: 0, max: Date.parse('2060-01-01T00:00:00Z') / 1000 })
      .map((seconds) => new Date(seconds * 1000));
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (date, timeZone) => {
        const expected = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(date);
        expect(dayIn(date.toISOString(), timeZone)).toBe(expected);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('refuses an unknown zone and a text that is no instant', () => {
    expect(() => dayIn(publication, 'Asia/Edo')).toThrow(RangeError);
    expect(() => dayIn('2018-12-21T14:00:00', 'Asia/Tokyo')).toThrow(TypeError);
  });
});

describe('formatted days and instants', () => {
  it('writes a month in both languages', () => {
    expect(formatMonth('2018-12', 'ja')).toBe('2018年12月');
    expect(formatMonth('2018-01-31', 'en')).toBe('January 2018');
    expect(formatMonthName('2018-01', 'ja')).toBe('1月');
  });

  it('writes days in both languages', () => {
    expect(formatDay('2018-12-21', 'ja')).toBe('2018年12月21日');
    expect(formatDay('2018-01-02', 'ja')).toBe('2018年1月2日');
    expect(formatDay('2018-12-21', 'en')).toBe('21 December 2018');
    expect(formatDay('2018-01-02', 'en')).toBe('2 January 2018');
    expect(formatDayNumeric('2018-01-02', 'ja')).toBe('2018/01/02');
    expect(formatDayNumeric('2018-01-02', 'en')).toBe('2018-01-02');
  });

  it.each([
    [publication, 'Asia/Tokyo', '2018年12月21日 14:00 JST', '21 December 2018, 14:00 JST'],
    [publication, 'UTC', '2018年12月21日 05:00 UTC', '21 December 2018, 05:00 UTC'],
    ['2018-12-20T15:00:00Z', 'Asia/Tokyo', '2018年12月21日 00:00 JST', '21 December 2018, 00:00 JST'],
    ['2018-07-01T12:00:00Z', 'Europe/Berlin', '2018年7月1日 14:00 UTC+2', '1 July 2018, 14:00 UTC+2'],
    ['2018-12-01T12:00:00Z', 'Europe/Berlin', '2018年12月1日 13:00 UTC+1', '1 December 2018, 13:00 UTC+1'],
    ['2018-12-01T12:00:00Z', 'Europe/London', '2018年12月1日 12:00 UTC', '1 December 2018, 12:00 UTC'],
    [
      '2018-12-01T12:00:00Z',
      'Asia/Kolkata',
      '2018年12月1日 17:30 UTC+5:30',
      '1 December 2018, 17:30 UTC+5:30',
    ],
    [
      '2018-12-01T12:00:00Z',
      'America/St_Johns',
      '2018年12月1日 08:30 UTC-3:30',
      '1 December 2018, 08:30 UTC-3:30',
    ],
  ])('writes %s in %s with its zone', (instant, zone, ja, en) => {
    expect(formatInstant(instant, zone, 'ja')).toBe(ja);
    expect(formatInstant(instant, zone, 'en')).toBe(en);
  });
});

describe('arithmetic', () => {
  it('converts to UTC and keeps the moment', () => {
    expect(toUtc(publication)).toBe('2018-12-21T05:00:00Z');
    expect(toUtc('2019-01-01T08:30:00.120+09:00')).toBe('2018-12-31T23:30:00.12Z');
    expect(toUtc('2019-01-01T08:30:00.000Z')).toBe('2019-01-01T08:30:00Z');
    expect(epochMilliseconds('1970-01-01T09:00:01.0005+09:00')).toBe(1000);
  });

  it.each([
    ['Asia/Tokyo', '2018-12-21T14:00:00+09:00'],
    ['UTC', '2018-12-21T05:00:00+00:00'],
    ['America/St_Johns', '2018-12-21T01:30:00-03:30'],
  ])('tells the clock of %s and keeps the moment', (zone, told) => {
    expect(toZone('2018-12-21T05:00:00.999Z', zone)).toBe(told);
  });

  it('writes offsets of whole minutes even where clocks once had seconds', () => {
    const told = toZone('1880-01-01T00:00:00Z', 'Europe/Amsterdam');
    expect(parseInstant(told)).toBe(told);
    expect(epochMilliseconds(told)).toBe(epochMilliseconds('1880-01-01T00:00:00Z'));
  });

  it('orders instants by time, not by text', () => {
    const instants = [
      '2018-12-21T14:00:00+09:00',
      '2018-12-21T05:00:00.000000001Z',
      '2018-12-21T04:59:59-01:00',
    ];
    expect(instants.toReversed().toSorted(compareInstants)).toEqual(instants);
    expect(compareInstants(publication, '2018-12-21T05:00:00.000Z')).toBe(0);
  });

  it('adds days over the ends of months and years', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2018-12-31', 1)).toBe('2019-01-01');
    expect(addDays('2019-01-01', -1)).toBe('2018-12-31');
    expect(addDays('2018-12-21', 45)).toBe('2019-02-04');
  });

  it('counts days from one to another, backwards too', () => {
    expect(daysBetween('2018-12-31', '2019-01-01')).toBe(1);
    expect(daysBetween('2018-12-21', '2018-12-21')).toBe(0);
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
    const count = fc.integer({ min: -100_000, max: 100_000 });
    fc.assert(
      fc.property(count, (days) => {
        expect(daysBetween('2018-12-21', addDays('2018-12-21', days))).toBe(days);
      }),
    );
  });

  it('goes back by months and stays within the month', () => {
    expect(monthsBack('2018-12-21', 12)).toBe('2017-12-21');
    expect(monthsBack('2024-02-29', 12)).toBe('2023-02-28');
    expect(monthsBack('2024-03-31', 1)).toBe('2024-02-29');
    expect(monthsBack('2018-01-15', 1)).toBe('2017-12-15');
    expect(monthsBack('2018-01-15', 0)).toBe('2018-01-15');
  });
});

describe('the machine', () => {
  it.each([
    ['America/New_York', 'en_US.UTF-8'],
    ['Pacific/Kiritimati', 'th_TH.UTF-8'],
    ['Asia/Tokyo', 'ar_EG.UTF-8'],
  ])('makes no difference with TZ=%s and LANG=%s', (TZ, LANG) => {
    const script = `
      import { addDays, dayIn, formatInstant, monthsBack, toUtc } from ${JSON.stringify(new URL('dates.ts', import.meta.url).href)};
      const at = '2024-03-10T01:30:00+09:00';
      console.log([dayIn(at, 'Asia/Tokyo'), formatInstant(at, 'Europe/Berlin', 'en'), toUtc(at),
        addDays('2024-03-09', 2), monthsBack('2024-03-10', 1)].join('|'));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: { TZ, LANG, LC_ALL: LANG },
      encoding: 'utf8',
    });
    expect(output.trim()).toBe(
      '2024-03-10|9 March 2024, 17:30 UTC+1|2024-03-09T16:30:00Z|2024-03-11|2024-02-10',
    );
  });
});
