import { describe, expect, it } from 'vitest';
import { planSegments } from './plan-segments.ts';

/** One record a day from 2020 on. */
const items = Array.from({ length: 1500 }, (_, day) => ({
  slug: `S${String(day).padStart(4, '0')}`,
  date: new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10),
}));
const sizes = { segment: 800, newest: 40, batch: 20 };
const lengths = (all: typeof items): number[] => planSegments(all, sizes).map((it) => it.items.length);

describe('the segments of an index', () => {
  it('hold every record once, oldest first', () => {
    expect(planSegments(items, sizes).flatMap((it) => it.items)).toEqual(items);
  });

  it('are small for the newest records and large for old ones', () => {
    expect(lengths(items).at(-1)).toBeLessThanOrEqual(sizes.newest);
    expect(Math.max(...lengths(items))).toBeGreaterThan(300);
    expect(lengths(items).length).toBeLessThan(12);
  });

  it('stay as they are when one more record is published, but the newest', () => {
    const before = planSegments(items.slice(0, -1), sizes);
    expect(planSegments(items, sizes).slice(0, -1)).toEqual(before.slice(0, -1));
  });
});
