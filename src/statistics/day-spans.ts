import { scaleLinear } from 'd3-scale';
import { symbol, symbolSquare, symbolTriangle } from 'd3-shape';
import { LETTER, round, widestOf, WIDTH } from './measures.ts';

/** One vulnerability: days from its publication, negative before it; nothing where a day is not known. */
export interface SpanRow {
  label: string;
  exploit?: number;
  attack?: number;
  /** What stands behind the marks: the days in words. */
  end: string;
}

/** Where everything of a figure with times to exploit stands, in units of its own. */
export interface DaySpans {
  width: number;
  height: number;
  /** The publication, from which days count. */
  zero: { x: number; top: number; bottom: number };
  legend: readonly { mark: string; label: string; x: number; y: number }[];
  rows: readonly {
    label: string;
    y: number;
    from: number;
    to: number;
    marks: readonly { x: number; mark: string }[];
    end: string;
    endX: number;
  }[];
}

const ROW = 24;
const MARK_AREA = 56;
const EXPLOIT = symbol(symbolTriangle, MARK_AREA)() ?? '';
const ATTACK = symbol(symbolSquare, MARK_AREA)() ?? '';

/** @param names what the marks of an exploit and of an attack are called */
export function layOutSpans(
  names: readonly [exploit: string, attack: string],
  rows: readonly SpanRow[],
): DaySpans {
  const days = rows.flatMap(({ exploit, attack }) => [exploit ?? [], attack ?? []].flat());
  const left = Math.min(WIDTH / 3, widestOf(rows.map(({ label }) => label)) + 10);
  const right = WIDTH - widestOf(rows.map(({ end }) => end)) - 12;
  const x = scaleLinear([Math.min(0, ...days), Math.max(1, ...days)], [left + 6, right]);
  const top = 2 * (LETTER + 8);
  const zero = round(x(0));
  return {
    width: WIDTH,
    height: top + rows.length * ROW + 4,
    zero: { x: zero, top: top - 4, bottom: top + rows.length * ROW },
    legend: [EXPLOIT, ATTACK].map((mark, place) => ({
      mark,
      label: names[place] ?? '',
      x: 8,
      y: place * (LETTER + 6) + LETTER / 2 + 2,
    })),
    rows: rows.map(({ label, exploit, attack, end }, place) => {
      const marks = [
        ...(exploit === undefined ? [] : [{ x: round(x(exploit)), mark: EXPLOIT }]),
        ...(attack === undefined ? [] : [{ x: round(x(attack)), mark: ATTACK }]),
      ];
      const places = [zero, ...marks.map((mark) => mark.x)];
      const to = Math.max(...places);
      return {
        label,
        y: top + place * ROW + ROW / 2,
        from: Math.min(...places),
        to,
        marks,
        end,
        endX: round(to + 10),
      };
    }),
  };
}
