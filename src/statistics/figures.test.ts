import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutSpans } from './day-spans.ts';
import { layOutLines } from './quarter-lines.ts';
import { layOutBars } from './stacked-bars.ts';

describe('layOutBars', () => {
  it('makes bars as long as their numbers, side by side without gaps', () => {
    const { rows } = layOutBars(
      ['a', 'b'],
      [
        { label: 'Q1', values: [10, 30] },
        { label: 'Q2', values: [20, 0] },
      ],
    );
    const [a, b, c] = rows.flatMap(({ segments }) => segments.map(({ x, width }) => ({ x, width })));
    if (!a || !b || !c) throw new Error('A bar is missing.');
    expect([b.width / a.width, c.width / a.width].map(Math.round)).toEqual([3, 2]);
    expect(b.x).toBeCloseTo(a.x + a.width, 1);
    expect(rows[1]?.segments).toHaveLength(1);
    expect(rows.map(({ end }) => end)).toEqual(['40', '20']);
  });

  it('stays inside its frame, whatever it shows', () => {
    const row = fc.record({
      label: fc.string({ maxLength: 8 }),
      values: fc.array(fc.nat(99_999), { minLength: 3, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const figure = layOutBars(['緊急', '重要', '警告'], rows);
        for (const { segments, y } of figure.rows) {
          expect(y).toBeLessThan(figure.height);
          for (const { x, width } of segments) expect(x + width).toBeLessThanOrEqual(figure.width);
        }
      }),
    );
  });
});

describe('layOutLines', () => {
  const points = (...values: [string, number][]) => values.map(([quarter, value]) => ({ quarter, value }));

  it('joins quarters that follow each other and no others', () => {
    const { series } = layOutLines(
      [{ label: 'all', points: points(['2018-Q3', 1], ['2018-Q4', 2], ['2025-Q2', 3]) }],
      String,
    );
    expect(series[0]?.path.match(/M/g)).toHaveLength(2);
    expect(series[0]?.path.match(/L/g)).toHaveLength(1);
    expect(series[0]?.points).toHaveLength(3);
  });

  it('begins at 0 and keeps names apart', () => {
    const { ticks, series } = layOutLines(
      [
        { label: 'a', points: points(['2018-Q3', 100], ['2018-Q4', 101]) },
        { label: 'b', points: points(['2018-Q3', 100], ['2018-Q4', 100]) },
      ],
      String,
    );
    expect(ticks[0]?.label).toBe('0');
    const [a, b] = series.map(({ labelY }) => labelY);
    expect(Math.abs((a ?? 0) - (b ?? 0))).toBeGreaterThanOrEqual(14);
  });

  it('draws nothing of nothing', () => {
    expect(layOutLines([], String).series).toEqual([]);
  });
});

describe('layOutSpans', () => {
  it('counts from the publication and leaves out what is not known', () => {
    const { rows, zero } = layOutSpans(
      ['exploit', 'attack'],
      [
        { label: 'MS02-039', exploit: 58, attack: 180, end: '' },
        { label: 'MS03-043', exploit: 3, end: '' },
        { label: 'EX', attack: -5, end: '' },
      ],
    );
    const far = (row: number, mark: number) => (rows[row]?.marks[mark]?.x ?? 0) - zero.x;
    expect(far(0, 1) / far(0, 0)).toBeCloseTo(180 / 58, 1);
    expect(rows[1]?.marks).toHaveLength(1);
    expect(far(2, 0)).toBeLessThan(0);
    expect(rows[2]).toMatchObject({ from: rows[2]?.marks[0]?.x, to: zero.x });
  });
});
