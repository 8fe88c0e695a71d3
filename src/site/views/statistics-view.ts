import { formatDay } from '#domain/dates.ts';
import { type Language, localize } from '#domain/language.ts';
import { formatQuarter, lastDayOf } from '#domain/quarter.ts';
import type { StatisticsSource } from '#domain/statistics-ledger.ts';
import { wordsOf } from '#i18n/words.ts';
import { chartCsvAddress, exploitTimesAddress, statisticsAddress } from '../addresses.ts';
import { type ExportPlan, NO_EXPORTS } from '../exports/plan-exports.ts';
import { statisticsAddress as statisticsJsonAddress } from '../exports/api/plan-statistics.ts';
import type { SiteIndex } from '../site-index.ts';
import type { SourceView, StatisticsView } from '../statistics-views.ts';
import { ADVISORY_CHARTS, advisoryChart } from '../statistics/advisory-charts.ts';
import { type Chart, placeChart } from '../statistics/charts.ts';
import { countSite } from '../statistics/count-site.ts';
import { endedBefore, lastKnown, ledgerChart, ledgerChartIds } from '../statistics/ledger-charts.ts';
import { rateOf, reportTimeOf } from '../statistics/rate-chart.ts';
import { unreachableChartView } from '../statistics/unreachable-chart.ts';
import { buildHead } from './head.ts';

/** What the site and quarterly reports add up to, in one language. */
export function statisticsView(
  index: SiteIndex,
  language: Language,
  exports: ExportPlan = NO_EXPORTS,
): StatisticsView {
  const { site, advisories } = index.catalog;
  const words = wordsOf(language).statistics;
  const place = (chart: Chart) => placeChart(chart, language, chartCsvAddress(site, language, chart.id));
  const ledgerIds = ledgerChartIds(index);
  const unreachable = unreachableChartView(index, language);
  const newest = advisories.find(({ facts }) => facts.state === 'published');
  return {
    kind: 'statistics',
    head: buildHead(site, language, {
      title: words.title,
      description: words.description,
      addressIn: (other) => statisticsAddress(site, other),
      trail: [{ label: words.title, address: statisticsAddress(site, language) }],
    }),
    ...(newest && { asOf: newest.publishedOn }),
    withdrawn: countSite(index).withdrawn,
    headlines: toHeadlines(index, language),
    advisories: ADVISORY_CHARTS.map((id) => place(advisoryChart(index, language, id))),
    reports: ledgerIds.map((id) => place(ledgerChart(index, language, id))),
    ...(ledgerIds.includes('rate') && { ratesSince: site.reportsSince }),
    ...(unreachable && { unreachable }),
    notes: toNotes(index, language),
    exploitTimesAddress: exploitTimesAddress(site, language),
    ...(hasJson(exports) && { jsonAddress: statisticsJsonAddress }),
  };
}

/** Whether the same numbers are published as JSON. */
export function hasJson({ across }: ExportPlan): boolean {
  return across.some(({ address }) => address === statisticsJsonAddress);
}

/** Where numbers come from. */
export function toSource(
  { title, url, publishedOn }: StatisticsSource,
  { catalog: { site } }: SiteIndex,
  language: Language,
): SourceView {
  return {
    title: localize(title, language, site.languages),
    ...(url !== undefined && { url }),
    ...(publishedOn !== undefined && { publishedOn }),
  };
}

function toNotes(index: SiteIndex, language: Language): StatisticsView['notes'] {
  const { ledgers, site } = index.catalog;
  return ledgers.toReversed().map(({ quarter, facts: { source, note } }) => ({
    of: formatQuarter(quarter, language),
    ...toSource(source, index, language),
    ...(note !== undefined && { note: localize(note, language, site.languages) }),
  }));
}

/** Four numbers, each with the one before it in words. */
function toHeadlines(index: SiteIndex, language: Language): StatisticsView['headlines'] {
  const words = wordsOf(language).statistics;
  const { shown, period } = countSite(index);
  // The present quarter is not over, so the two before it are compared.
  const [last, before] = shown.toReversed().slice(1);
  const ready = shown.reduce((all, { fixes }) => all + fixes['at-publication'], 0);
  return [
    ...(last
      ? [
          {
            label: words.published(formatQuarter(last.quarter, language)),
            value: words.items(last.advisories),
            comparison: compare(last.advisories, before && { ...before, value: before.advisories }, language),
          },
        ]
      : []),
    ...(period.advisories > 0
      ? [
          {
            label: words.fixRate,
            value: words.share(ready, period.advisories),
            comparison: '',
          },
        ]
      : []),
    ...toLedgerHeadlines(index, language),
  ];
}

function toLedgerHeadlines(index: SiteIndex, language: Language): StatisticsView['headlines'] {
  const words = wordsOf(language).statistics;
  const time = reportTimeOf(index);
  const ledgers = endedBefore(time.present, index.catalog.ledgers);
  const received = lastKnown(ledgers, 'received', 'cumulative');
  const rates = ledgers.toReversed().flatMap((ledger) => {
    const rate = rateOf(ledger, time);
    return rate === undefined ? [] : { quarter: ledger.quarter, rate };
  });
  const [rate, earlier] = rates;
  const until = (quarter: string) => formatDay(lastDayOf(quarter), language);
  return [
    ...(received
      ? [
          {
            label: words.receivedAll(until(received.quarter)),
            value: words.items(received.value),
            comparison: compare(received.value, received.before, language),
          },
        ]
      : []),
    ...(rate
      ? [
          {
            label: words.rate(until(rate.quarter)),
            value: rate.rate,
            comparison: earlier
              ? words.before(formatQuarter(earlier.quarter, language), earlier.rate)
              : words.noComparison,
          },
        ]
      : []),
  ];
}

function compare(
  value: number,
  before: { quarter: string; value: number } | undefined,
  language: Language,
): string {
  const words = wordsOf(language).statistics;
  if (before === undefined) return words.noComparison;
  const than = formatQuarter(before.quarter, language);
  if (value === before.value) return words.same(than);
  return value > before.value
    ? words.more(than, value - before.value)
    : words.fewer(than, before.value - value);
}
