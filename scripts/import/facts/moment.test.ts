import { describe, expect, it } from 'vitest';
import { member, openDocument } from '#formats/foreign/foreign-document.ts';
import { readDay, readMoment } from './moment.ts';

const of = (at: unknown) => member(openDocument({ at }), 'at');

describe('a moment', () => {
  it.each([
    ['2024-03-05T01:00:00.123Z', '2024-03-05T01:00:00.123Z'],
    ['2024-03-05T01:00:00+09:00', '2024-03-05T01:00:00+09:00'],
    ['2024-03-05T01:00:00', '2024-03-05T01:00:00Z'],
    ['2024-03-05', '2024-03-05T00:00:00Z'],
    ['2024-03-05 01:00', '2024-03-05T01:00:00Z'],
    ['2024-02-30', undefined],
    ['0001-01-01T00:00:00Z', undefined],
    [5, undefined],
    [undefined, undefined],
  ])('%s is %s', (written, moment) => {
    expect(readMoment(of(written))).toBe(moment);
  });

  it('that nobody knows is a placeholder', () => {
    const place = of('0001-01-01T00:00:00Z');
    readMoment(place);
    expect(place.told.get('/at')).toEqual({ kind: 'dropped', why: 'placeholder' });
  });

  it('is on the day that is written', () => {
    expect(readDay(of('2024-03-05T23:00:00-08:00'))).toBe('2024-03-05');
  });
});
