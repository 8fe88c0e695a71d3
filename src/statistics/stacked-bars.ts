import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { LETTER, round, textWidth, widestOf, WIDTH } from './measures.ts';

/** Rows of bars, each of which is divided into series. */
export interface BarRow {
  label: string;
  /** One number of each series; nothing where it is not known. */
  values: readonly (number | undefined)[];
  /** What stands behind the bar; the sum when absent. */
  end?: string;
}

/** Where everything of a figure with bars stands, in units of its own. */
export interface StackedBars {
  width: number;
  height: number;
  /** A sample of each series and its name; none when there is one series. */
  legend: readonly { series: number; label: string; x: number; y: number }[];
  /** Where bars begin. */
  axis: { x: number; top: number; bottom: number };
  rows: readonly {
    label: string;
    /** The middle of the row. */
    y: number;
    segments: readonly { series: number; x: number; y: number; width: number; height: number }[];
    end: string;
    endX: number;
  }[];
}

const ROW = 22;
const GAP = 8;
/** The side of a sample in the legend. */
const SAMPLE = 12;

/**
 * Bars that lie, so that they fit a phone and their labels are read from left to right. One letter is as high on every
 * figure.
 */
export function layOutBars(series: readonly string[], rows: readonly BarRow[]): StackedBars {
  const ends = rows.map(({ end, values }) => end ?? String(sum(values)));
  const left = Math.min(WIDTH / 3, widestOf(rows.map(({ label }) => label)) + GAP);
  const right = WIDTH - widestOf(ends) - GAP;
  const legend = series.length > 1 ? layOutLegend(series) : { entries: [], height: 0 };
  const top = legend.height;
  const height = top + rows.length * ROW + 2;
  const x = scaleLinear([0, Math.max(1, ...rows.map(({ values }) => sum(values)))], [left, right]);
  const places = rows.map((_, place) => place);
  const y = scaleBand(places, [top, top + rows.length * ROW]).padding(0.2);
  const keys = series.map((_, place) => place);
  const layers = stack<BarRow, number>()
    .keys(keys)
    .value(({ values }, key) => values[key] ?? 0)(rows);
  return {
    width: WIDTH,
    height: round(height),
    legend: legend.entries,
    axis: { x: round(left), top: round(top), bottom: round(top + rows.length * ROW) },
    rows: rows.map(({ label }, place) => {
      const rowTop = y(place) ?? top;
      const segments = layers.flatMap((layer) => {
        const [from, to] = layer[place] ?? [0, 0];
        if (from === to) return [];
        const start = round(x(from));
        return {
          series: layer.key,
          x: start,
          y: round(rowTop),
          width: round(x(to) - start),
          height: round(y.bandwidth()),
        };
      });
      const last = segments.at(-1);
      return {
        label,
        y: round(rowTop + y.bandwidth() / 2),
        segments,
        end: ends[place] ?? '',
        endX: round((last ? last.x + last.width : left) + GAP / 2),
      };
    }),
  };
}

function sum(values: BarRow['values']): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

/** Names of series side by side, in as many lines as they need. */
function layOutLegend(series: readonly string[]) {
  let [x, line] = [1, 0];
  const entries = series.map((label, place) => {
    const width = SAMPLE + GAP / 2 + textWidth(label) + GAP * 1.5;
    if (x > 1 && x + width > WIDTH) [x, line] = [1, line + 1];
    const entry = { series: place, label, x: round(x), y: line * (LETTER + GAP) + 2 };
    x += width;
    return entry;
  });
  return { entries, height: (line + 1) * (LETTER + GAP) + GAP };
}
