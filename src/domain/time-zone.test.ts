import { describe, expect, it } from 'vitest';
import { offsetAt } from './time-zone.ts';

const hour = 3_600_000;

describe('offsetAt', () => {
  it.each([
    ['2024-03-10T06:59:59Z', 'America/New_York', -5],
    ['2024-03-10T07:00:00Z', 'America/New_York', -4],
    ['2024-11-03T05:59:59Z', 'America/New_York', -4],
    ['2024-11-03T06:00:00Z', 'America/New_York', -5],
    ['2024-04-06T14:59:59Z', 'Australia/Lord_Howe', 11],
    ['2024-04-06T15:00:00Z', 'Australia/Lord_Howe', 10.5],
    ['1950-07-01T00:00:00Z', 'Asia/Tokyo', 10],
    ['0001-01-01T12:00:00Z', 'UTC', 0],
  ])('knows at %s in %s an offset of %d hours, also within the day of a change', (instant, zone, hours) => {
    expect(offsetAt(Date.parse(instant), zone)).toBe(hours * hour);
  });
});
