import type { SpokenText } from '#domain/language.ts';
import type { DaySpans } from '#statistics/day-spans.ts';
import type { QuarterLines } from '#statistics/quarter-lines.ts';
import type { StackedBars } from '#statistics/stacked-bars.ts';
import type { Head } from './view.ts';

/* What the pages of statistics show. The conventions of `view.ts` hold here too. */

/** A figure, laid out: the component only draws it. */
export type FigureView =
  ({ kind: 'bars' } & StackedBars) | ({ kind: 'lines' } & QuarterLines) | ({ kind: 'spans' } & DaySpans);

interface ChartTable {
  /** The heading of each column; the first is that of the rows. */
  columns: readonly string[];
  rows: readonly {
    label: SpokenText | string;
    address?: string;
    cells: readonly (SpokenText | string)[];
    /** True while its quarter is not over. */
    preliminary?: boolean;
  }[];
}

/** One set of numbers: what it shows, the table, and a figure where there are enough numbers for one. */
export interface ChartView {
  /** Its anchor, and the name of its file. */
  id: string;
  /** What is counted. */
  title: string;
  /** What the numbers show, in one sentence; the heading. */
  finding: SpokenText | string;
  note?: SpokenText | string;
  figure?: FigureView;
  /** What the figure shows, for those who do not see it. */
  summary: string;
  table: ChartTable;
  /** All rows as a file; absent where there is no row. */
  csvAddress?: string;
}

export interface SourceView {
  /** Of what it is the source, where that is not clear from its place. */
  of?: string;
  title: SpokenText;
  url?: string;
  publishedOn?: string;
}

export interface StatisticsView {
  kind: 'statistics';
  head: Head;
  /** The day of the newest publication that was counted; absent when nothing was published. */
  asOf?: string;
  withdrawn: number;
  headlines: readonly { label: string; value: string; comparison: string }[];
  advisories: readonly ChartView[];
  reports: readonly ChartView[];
  /** The day from which reports per business day are counted; absent where there is no such rate. */
  ratesSince?: string;
  /** Absent when nobody was ever on the list of unreachable developers. */
  unreachable?: ChartView;
  notes: readonly (SourceView & { note?: SpokenText })[];
  exploitTimesAddress: string;
  /** The same numbers as JSON; absent when the site is made without formats. */
  jsonAddress?: string;
}

export interface ExploitTimesView {
  kind: 'exploit-times';
  head: Head;
  studies: readonly { chart: ChartView; source: SourceView }[];
  /** Absent when no advisory tells of an exploit or an attack. */
  advisories?: ChartView;
}
