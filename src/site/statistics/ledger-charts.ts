import { formatDay } from '#domain/dates.ts';
import type { Language } from '#domain/language.ts';
import { formatQuarter, lastDayOf, type Quarter } from '#domain/quarter.ts';
import {
  type Ledger,
  type LedgerPart,
  LEDGER_PARTS,
  type LedgerSeries,
  type LedgerSpan,
  numberIn,
  reportsPerBusinessDay,
} from '#domain/statistics-ledger.ts';
import { wordsOf } from '#i18n/words.ts';
import { layOutLines } from '#statistics/quarter-lines.ts';
import type { SiteIndex } from '../site-index.ts';
import { type Chart, quarterLabel, SHOWN_QUARTERS, shortQuarter, tell, toBars, toFigure } from './charts.ts';
import { presentQuarter } from './count-site.ts';

type Build = (ledgers: readonly Ledger[], language: Language, present: Quarter) => Chart;

/** What is told of reports that came in, by the name of the chart, in the order of the page. */
const BUILDS = {
  received: receivedChart,
  cumulative: cumulativeChart('cumulative', 'received'),
  rate: rateChart,
  corrected: cumulativeChart('corrected', 'corrected'),
} as const satisfies Record<string, Build>;

export type LedgerChartId = keyof typeof BUILDS;

/** Nothing without ledgers. */
export function ledgerChartIds({ catalog: { ledgers } }: SiteIndex): readonly LedgerChartId[] {
  return ledgers.length === 0 ? [] : (Object.keys(BUILDS) as LedgerChartId[]);
}

/** What quarterly reports say, for one question. */
export function ledgerChart(index: SiteIndex, language: Language, id: LedgerChartId): Chart {
  return BUILDS[id](index.catalog.ledgers, language, presentQuarter(index));
}

/** The numbers of a series in every part, newest quarter first. */
function toTable(
  ledgers: readonly Ledger[],
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

function receivedChart(ledgers: readonly Ledger[], language: Language, present: Quarter): Chart {
  const { titles, findings, parts } = wordsOf(language).statistics;
  const told = lastKnown(ledgers, 'received', 'quarter');
  const shown = ledgers.slice(-SHOWN_QUARTERS).toReversed();
  return {
    id: 'received',
    title: titles.received,
    finding: told ? findings.received(formatQuarter(told.quarter, language), told.value) : titles.received,
    ...toTable(ledgers, language, present, ['received', 'quarter']),
    ...toBars(
      [parts.software, parts.website],
      shown.map(({ quarter, facts }) => ({
        label: shortQuarter(quarter),
        values: (['software', 'website'] as const).map((part) =>
          numberIn(facts, 'received', 'quarter', part),
        ),
        end: tell(numberIn(facts, 'received', 'quarter', 'total'), language),
      })),
    ),
  };
}

function cumulativeChart(id: 'cumulative' | 'corrected', series: LedgerSeries): Build {
  return (ledgers, language, present) => buildCumulative([id, series], ledgers, language, present);
}

function buildCumulative(
  [id, series]: readonly ['cumulative' | 'corrected', LedgerSeries],
  ledgers: readonly Ledger[],
  language: Language,
  present: Quarter,
): Chart {
  const { titles, findings, parts, number } = wordsOf(language).statistics;
  const told = lastKnown(ledgers, series, 'cumulative');
  const lines = LEDGER_PARTS.map((part) => ({
    label: parts[part],
    points: knownNumbers(ledgers, series, 'cumulative', part),
  })).filter(({ points }) => points.length > 0);
  const known = lines.reduce((all, { points }) => all + points.length, 0);
  return {
    id,
    title: titles[id],
    finding: told ? findings[id](formatDay(lastDayOf(told.quarter), language), told.value) : titles[id],
    ...toTable(ledgers, language, present, [series, 'cumulative']),
    ...toFigure(known, () => ({ kind: 'lines', ...layOutLines(lines, number) })),
  };
}

function rateChart(ledgers: readonly Ledger[], language: Language, present: Quarter): Chart {
  const { titles, findings, columns, unknown } = wordsOf(language).statistics;
  const rates = ledgers.toReversed().map((ledger) => ({ ledger, rate: rateOf(ledger) }));
  const told = rates.find(({ rate }) => rate !== undefined);
  const rows = rates.map(({ ledger: { quarter }, rate }) => ({
    ...quarterLabel(quarter, language, present),
    cells: [rate ?? unknown],
  }));
  return {
    id: 'rate',
    title: titles.rate,
    finding:
      told?.rate === undefined
        ? titles.rate
        : findings.rate(formatDay(lastDayOf(told.ledger.quarter), language), told.rate),
    table: { columns: [columns.quarter, columns.rate], rows: rows.slice(0, SHOWN_QUARTERS) },
    all: rows,
    ...toBars(
      [columns.rate],
      rates.slice(0, SHOWN_QUARTERS).map(({ ledger: { quarter }, rate }) => ({
        label: shortQuarter(quarter),
        values: [rate === undefined ? undefined : Number(rate)],
        end: rate ?? unknown,
      })),
    ),
  };
}

/** Reports per business day with two decimals: as published, or by the same formula. */
export function rateOf(ledger: Ledger): string | undefined {
  return ledger.facts.perBusinessDay ?? reportsPerBusinessDay(ledger)?.toFixed(2);
}

/** The newest total that is known, with its quarter and with the one known before it. */
export function lastKnown(
  ledgers: readonly Ledger[],
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
  ledgers: readonly Ledger[],
  series: LedgerSeries,
  span: LedgerSpan,
  part: LedgerPart,
): KnownNumber[] {
  return ledgers.flatMap(({ quarter, facts }) => {
    const value = numberIn(facts, series, span, part);
    return value === undefined ? [] : { quarter, value };
  });
}
