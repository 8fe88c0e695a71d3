import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addQuarters,
  firstDayOf,
  formatQuarter,
  lastDayOf,
  parseQuarter,
  quarterOf,
  quartersFrom,
} from './quarter.ts';

const quarter = fc
  .tuple(fc.integer({ min: 1000, max: 9000 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, number]) => `${year}-Q${number}`);

describe('quarters', () => {
  it.each([
    ['2018-01-01', '2018-Q1'],
    ['2018-03-31', '2018-Q1'],
    ['2018-04-01', '2018-Q2'],
    ['2018-12-31', '2018-Q4'],
  ])('%s lies in %s', (day, expected) => {
    expect(quarterOf(day)).toBe(expected);
  });

  it('begin and end with their first and last months', () => {
    expect([firstDayOf('2020-Q1'), lastDayOf('2020-Q1')]).toEqual(['2020-01-01', '2020-03-31']);
    expect([firstDayOf('2018-Q4'), lastDayOf('2018-Q4')]).toEqual(['2018-10-01', '2018-12-31']);
    // Any four digits can name a file, the last quarter that they can tell included.
    expect([lastDayOf('9999-Q4'), lastDayOf('0000-Q2')]).toEqual(['9999-12-31', '0000-06-30']);
  });

  it('step over the turn of a year', () => {
    expect(addQuarters('2018-Q4', 1)).toBe('2019-Q1');
    expect(addQuarters('2019-Q1', -1)).toBe('2018-Q4');
    expect(quartersFrom('2007-Q2', '2017-Q1')).toBe(39);
  });

  it('hold their own days, in order, and adding and counting agree', () => {
    fc.assert(
      fc.property(quarter, fc.integer({ min: -400, max: 400 }), (each, count) => {
        const other = addQuarters(each, count);
        expect(quartersFrom(each, other)).toBe(count);
        expect([quarterOf(firstDayOf(each)), quarterOf(lastDayOf(each))]).toEqual([each, each]);
        expect([each < other, each > other]).toEqual([count > 0, count < 0]);
      }),
    );
  });

  it.each(['2018-Q0', '2018-Q5', '2018Q4', '18-Q4', '2018-Q4 ', ''])('“%s” is none', (text) => {
    expect(parseQuarter(text)).toBeUndefined();
  });

  it('are told in words', () => {
    expect([formatQuarter('2018-Q4', 'ja'), formatQuarter('2018-Q4', 'en')]).toEqual([
      '2018年第4四半期',
      'Q4 2018',
    ]);
  });
});
