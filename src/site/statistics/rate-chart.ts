import { type Day, formatDay } from '#domain/dates.ts';
import type { Language } from '#domain/language.ts';
import { lastDayOf, type Quarter } from '#domain/quarter.ts';
import { type Ledger, reportsPerBusinessDay } from '#domain/statistics-ledger.ts';
import { wordsOf } from '#i18n/words.ts';
import type { SiteIndex } from '../site-index.ts';
import { type Chart, quarterLabel, SHOWN_QUARTERS, shortQuarter, toBars } from './charts.ts';
import { presentQuarter } from './count-site.ts';

/** The time over which reports are told: from the first day on which any were taken to the quarter that is not over. */
export interface ReportTime {
  since: Day;
  present: Quarter;
}

export function reportTimeOf(index: SiteIndex): ReportTime {
  return { since: index.catalog.site.reportsSince, present: presentQuarter(index) };
}

/** Reports per business day since the beginning, quarter by quarter. */
export function rateChart(ledgers: readonly Ledger[], language: Language, time: ReportTime): Chart {
  const { titles, findings, columns, unknown } = wordsOf(language).statistics;
  const rates = ledgers.toReversed().map((ledger) => ({ ledger, rate: rateOf(ledger, time) }));
  const told = rates.find(({ rate }) => rate !== undefined);
  const rows = rates.map(({ ledger: { quarter }, rate }) => ({
    ...quarterLabel(quarter, language, time.present),
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

/**
 * Reports per business day with two decimals: as published, or by the same formula. Nothing for a quarter that is not
 * over: days that are still to come would be counted.
 */
export function rateOf(ledger: Ledger, { since, present }: ReportTime): string | undefined {
  if (ledger.quarter >= present) return undefined;
  return ledger.facts.perBusinessDay ?? reportsPerBusinessDay(ledger, since)?.toFixed(2);
}
