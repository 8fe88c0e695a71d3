import { scaleLinear } from 'd3-scale';
import { line, symbol, symbolCircle, symbolSquare, symbolTriangle } from 'd3-shape';
import { addQuarters, type Quarter, quartersFrom } from '#domain/quarter.ts';
import { LETTER, round, widestOf, WIDTH } from './measures.ts';

/** One series over quarters that need not follow each other. */
export interface QuarterSeries {
  label: string;
  points: readonly { quarter: Quarter; value: number }[];
}

/** Where everything of a figure with lines over quarters stands, in units of its own. */
export interface QuarterLines {
  width: number;
  height: number;
  /** Lines across, with the number that each stands for. */
  ticks: readonly { y: number; label: string }[];
  plot: { left: number; right: number; bottom: number };
  /** Years under the plot. */
  years: readonly { x: number; label: string }[];
  series: readonly {
    label: string;
    labelX: number;
    labelY: number;
    /** Joins only points of quarters that follow each other: between others nothing is known. */
    path: string;
    /** The mark of each point, drawn around its own middle. */
    mark: string;
    points: readonly { x: number; y: number }[];
  }[];
}

const HEIGHT = 220;
const MARKS = [symbolCircle, symbolTriangle, symbolSquare] as const;
const MARK_AREA = 48;

/** @param formatNumber words a number of the axis */
export function layOutLines(
  series: readonly QuarterSeries[],
  formatNumber: (value: number) => string,
): QuarterLines {
  const quarters = series.flatMap(({ points }) => points.map(({ quarter }) => quarter)).toSorted();
  const [first = '2004-Q3', last = '2004-Q3'] = [quarters[0], quarters.at(-1)];
  const most = Math.max(1, ...series.flatMap(({ points }) => points.map(({ value }) => value)));
  const y = scaleLinear([0, most], [HEIGHT - 2 * LETTER, LETTER]).nice(4);
  const ticks = y.ticks(4).map((value) => ({ y: round(y(value)), label: formatNumber(value) }));
  const left = widestOf(ticks.map(({ label }) => label)) + 8;
  const right = WIDTH - widestOf(series.map(({ label }) => label)) - 14;
  const span = Math.max(1, quartersFrom(first, last));
  const x = scaleLinear([0, span], [left + 6, right]);
  const placeOf = (quarter: Quarter) => round(x(quartersFrom(first, quarter)));
  return {
    width: WIDTH,
    height: HEIGHT,
    ticks,
    plot: { left: round(left), right: round(right), bottom: HEIGHT - 2 * LETTER },
    years: chooseYears(first, last).map((year) => ({ x: placeOf(`${year}-Q1`), label: String(year) })),
    series: placeLabels(
      series.map(({ label, points }, place) => {
        const known = new Map(points.map(({ quarter, value }) => [quarter, value]));
        const all = Array.from({ length: span + 1 }, (_, step) => known.get(addQuarters(first, step)));
        const path = line<number | undefined>()
          .defined((value) => value !== undefined)
          .x((_, step) => round(x(step)))
          .y((value) => round(y(value ?? 0)))(all);
        return {
          label,
          labelX: round(right + 8),
          path: path ?? '',
          mark: symbol(MARKS[place % MARKS.length], MARK_AREA)() ?? '',
          points: points.map(({ quarter, value }) => ({ x: placeOf(quarter), y: round(y(value)) })),
        };
      }),
    ),
  };
}

/** Years whose beginning lies in the plot, at most four, evenly. */
function chooseYears(first: Quarter, last: Quarter): number[] {
  const [from, to] = [Number(addQuarters(first, 3).slice(0, 4)), Number(last.slice(0, 4))];
  const step = Math.max(1, Math.ceil((to - from + 1) / 4));
  return Array.from(
    { length: Math.max(0, Math.floor((to - from) / step) + 1) },
    (_, place) => from + place * step,
  );
}

/** Names stand beside the last point of their line and never on one another. */
function placeLabels<Line extends { points: readonly { y: number }[] }>(
  lines: readonly Line[],
): (Line & { labelY: number })[] {
  const wanted = lines.map((each) => ({ each, labelY: each.points.at(-1)?.y ?? HEIGHT / 2 }));
  let above = -Infinity;
  for (const entry of wanted.toSorted((a, b) => a.labelY - b.labelY)) {
    entry.labelY = round(Math.max(entry.labelY, above + LETTER + 2));
    above = entry.labelY;
  }
  return wanted.map(({ each, labelY }) => ({ ...each, labelY }));
}
