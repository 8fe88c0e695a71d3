import { formatDay } from '#domain/dates.ts';
import type { Language } from '#domain/language.ts';
import { formatQuarter, lastDayOf, type Quarter } from '#domain/quarter.ts';
import {
  type Ledger,
  type LedgerPart,
  LEDGER_PARTS,
  LEDGER_SERIES,
  LEDGER_SPANS,
  type LedgerSeries,
  type LedgerSpan,
  numberIn,
  withMissing,
} from '#domain/statistics-ledger.ts';
import { wordsOf } from '#i18n/words.ts';
import { layOutLines } from '#statistics/quarter-lines.ts';
import type { SiteIndex } from '../site-index.ts';
import { type Chart, quarterLabel, SHOWN_QUARTERS, shortQuarter, tell, toBars, toFigure } from './charts.ts';
import { rateChart, rateOf, type ReportTime, reportTimeOf } from './rate-chart.ts';

type Ledgers = readonly Ledger[];

interface LedgerChart {
  id: string;
  /** Whether any ledger holds a number for it. */
  isTold: (ledgers: Ledgers, time: ReportTime) => boolean;
  build: (ledgers: Ledgers, language: Language, time: ReportTime) => Chart;
}

const RATE: LedgerChart = {
  id: 'rate',
  isTold: (ledgers, time) => ledgers.some((ledger) => rateOf(ledger, time) !== undefined),
  build: rateChart,
};

/** What is told of reports that came in, in the order of the page. */
const CHARTS: readonly LedgerChart[] = LEDGER_SERIES.flatMap((series) => [
  ...LEDGER_SPANS.map((span) => countChart(series, span)),
  ...(series === 'received' ? [RATE] : []),
]);

/** The charts for which there are numbers. */
export function ledgerChartIds(index: SiteIndex): readonly string[] {
  const { ledgers } = index.catalog;
  const time = reportTimeOf(index);
  return CHARTS.filter(({ isTold }) => isTold(ledgers, time)).map(({ id }) => id);
}

/** What quarterly reports say, for one question. */
export function ledgerChart(index: SiteIndex, language: Language, id: string): Chart {
  const chart = CHARTS.find((each) => each.id === id);
  if (chart === undefined) throw new Error(`There is no chart ${id}.`);
  return chart.build(withMissing(index.catalog.ledgers), language, reportTimeOf(index));
}

/** A series in each quarter alone, or since the beginning. */
function countChart(series: LedgerSeries, span: LedgerSpan): LedgerChart {
  const id = span === 'quarter' ? series : `${series}-${span}`;
  return {
    id,
    isTold: (ledgers) => LEDGER_PARTS.some((part) => knownNumbers(ledgers, series, span, part).length > 0),
    build: (ledgers, language, { present }) => {
      const { titles, findings } = wordsOf(language).statistics;
      const told = lastKnown(endedBefore(present, ledgers), series, span);
      const title = titles.counts[span](series);
      return {
        id,
        title,
        finding: told
          ? findings.counts[span](formatTime(told.quarter, span, language), series, told.value)
          : title,
        ...toTable(ledgers, language, present, [series, span]),
        ...(span === 'quarter' ? toQuarterBars : toLines)(ledgers, language, series),
      };
    },
  };
}

function formatTime(quarter: Quarter, span: LedgerSpan, language: Language): string {
  return span === 'quarter' ? formatQuarter(quarter, language) : formatDay(lastDayOf(quarter), language);
}

function toQuarterBars(ledgers: Ledgers, language: Language, series: LedgerSeries): Pick<Chart, 'figure'> {
  const { parts } = wordsOf(language).statistics;
  return toBars(
    [parts.software, parts.website],
    ledgers
      .slice(-SHOWN_QUARTERS)
      .toReversed()
      .map(({ quarter, facts }) => ({
        label: shortQuarter(quarter),
        values: (['software', 'website'] as const).map((part) => numberIn(facts, series, 'quarter', part)),
        end: tell(numberIn(facts, series, 'quarter', 'total'), language),
      })),
  );
}

function toLines(ledgers: Ledgers, language: Language, series: LedgerSeries): Pick<Chart, 'figure'> {
  const { parts, number } = wordsOf(language).statistics;
  const lines = LEDGER_PARTS.map((part) => ({
    label: parts[part],
    points: knownNumbers(ledgers, series, 'cumulative', part),
  })).filter(({ points }) => points.length > 0);
  const known = lines.reduce((all, { points }) => all + points.length, 0);
  return toFigure(known, () => ({ kind: 'lines', ...layOutLines(lines, number) }));
}

/** The numbers of a series in every part, newest quarter first. */
function toTable(
  ledgers: Ledgers,
  language: Language,
  present: Quarter,
  [series, span]: readonly [LedgerSeries, LedgerSpan],
): Pick<Chart, 'table' | 'all'> {
  const { columns, parts } = wordsOf(language).statistics;
  const rows = ledgers.toReversed().map(({ quarter, facts }) => ({
    ...quarterLabel(quarter, language, present),
    cells: LEDGER_PARTS.map((part) => tell(numberIn(facts, series, span, part), language)),
  }));
  return {
    table: {
      columns: [columns.quarter, ...LEDGER_PARTS.map((part) => parts[part])],
      rows: rows.slice(0, SHOWN_QUARTERS),
    },
    all: rows,
  };
}

/** The ledgers of quarters that are over: only of them can be said what there was until their last day. */
export function endedBefore(present: Quarter, ledgers: Ledgers): Ledgers {
  return ledgers.filter(({ quarter }) => quarter < present);
}

/** The newest total that is known, with its quarter and with the one known before it. */
export function lastKnown(
  ledgers: Ledgers,
  series: LedgerSeries,
  span: LedgerSpan,
): (KnownNumber & { before?: KnownNumber }) | undefined {
  const [last, before] = knownNumbers(ledgers, series, span, 'total').toReversed();
  return last && { ...last, ...(before && { before }) };
}

interface KnownNumber {
  quarter: Quarter;
  value: number;
}

function knownNumbers(
  ledgers: Ledgers,
  series: LedgerSeries,
  span: LedgerSpan,
  part: LedgerPart,
): KnownNumber[] {
  return ledgers.flatMap(({ quarter, facts }) => {
    const value = numberIn(facts, series, span, part);
    return value === undefined ? [] : { quarter, value };
  });
}
