import { cweName } from '#domain/cwe.ts';
import type { Language, SpokenText } from '#domain/language.ts';
import { formatQuarter } from '#domain/quarter.ts';
import { wordsOf } from '#i18n/words.ts';
import {
  COUNTED_SEVERITIES,
  FIX_TIMES,
  type QuarterCounts,
  VENDOR_GROUPS,
} from '#statistics/count-quarters.ts';
import type { SiteIndex } from '../site-index.ts';
import { type Chart, quarterLabel, shortQuarter, tell, toBars } from './charts.ts';
import { countSite, type SiteCounts, tellsDays } from './count-site.ts';

/** Weaknesses that a figure names. */
const NAMED_WEAKNESSES = 10;

type Build = (counts: SiteCounts, language: Language, index: SiteIndex) => Chart;

/** What is told of the advisories of a site, by the name of the chart, in the order of the page. */
const BUILDS = {
  families: familyChart,
  severity: severityChart,
  weaknesses: weaknessChart,
  vendors: vendorChart,
  days: dayChart,
  fix: fixChart,
} as const satisfies Record<string, Build>;

export type AdvisoryChartId = keyof typeof BUILDS;
export const ADVISORY_CHARTS = Object.keys(BUILDS) as readonly AdvisoryChartId[];

/** What the advisories of a site add up to, for one question. */
export function advisoryChart(index: SiteIndex, language: Language, id: AdvisoryChartId): Chart {
  return BUILDS[id](countSite(index), language, index);
}

/** A chart of quarters, each divided into series that add up to its advisories. */
function quarterChart(
  { quarters, shown, present }: SiteCounts,
  language: Language,
  series: readonly { label: string; countIn: (counts: QuarterCounts) => number }[],
): Pick<Chart, 'table' | 'figure' | 'all'> {
  const { columns } = wordsOf(language).statistics;
  const toRows = (some: readonly QuarterCounts[]) =>
    some.toReversed().map((counts) => ({
      ...quarterLabel(counts.quarter, language, present),
      cells: [...series.map(({ countIn }) => countIn(counts)), counts.advisories].map((count) =>
        tell(count, language),
      ),
    }));
  const bars = shown.toReversed().map((counts) => ({
    label: shortQuarter(counts.quarter),
    values: series.map(({ countIn }) => countIn(counts)),
    end: tell(counts.advisories, language) + markOf(counts.quarter >= present, language),
  }));
  return {
    table: {
      columns: [columns.quarter, ...series.map(({ label }) => label), columns.total],
      rows: toRows(shown),
    },
    all: toRows(quarters),
    ...(shown.some(({ advisories }) => advisories > 0) &&
      toBars(
        series.map(({ label }) => label),
        bars,
      )),
  };
}

function markOf(isPreliminary: boolean, language: Language): string {
  return isPreliminary ? ` (${wordsOf(language).statistics.preliminary})` : '';
}

function familyChart(counts: SiteCounts, language: Language, { catalog: { site } }: SiteIndex): Chart {
  const { titles, findings } = wordsOf(language).statistics;
  const told = counts.shown.at(-2) ?? counts.shown.at(-1);
  return {
    id: 'families',
    title: titles.families,
    finding: told
      ? findings.families(formatQuarter(told.quarter, language), told.advisories)
      : titles.families,
    ...quarterChart(
      counts,
      language,
      site.families.map(({ prefix, path }) => ({
        label: prefix,
        countIn: ({ families }) => families[path] ?? 0,
      })),
    ),
  };
}

function severityChart(counts: SiteCounts, language: Language): Chart {
  const { statistics, pages } = wordsOf(language);
  const { severities, unrated } = pages.advisory;
  const high = sum(counts.shown.map((each) => each.severities.critical + each.severities.high));
  return {
    id: 'severity',
    title: statistics.titles.severity,
    finding: ofSome(counts, statistics.titles.severity, (all) => statistics.findings.severity(high, all)),
    ...quarterChart(
      counts,
      language,
      COUNTED_SEVERITIES.map((level) => ({
        label: level === 'unscored' ? unrated : severities[level],
        countIn: (each) => each.severities[level],
      })),
    ),
  };
}

function weaknessChart({ period }: SiteCounts, language: Language): Chart {
  const { titles, findings, columns } = wordsOf(language).statistics;
  const named = period.weaknesses.slice(0, NAMED_WEAKNESSES);
  const [first] = named;
  const toRows = (some: typeof period.weaknesses) =>
    some.map(([id, count]) => ({ label: id, cells: [nameOf(id, language), tell(count, language)] }));
  return {
    id: 'weaknesses',
    title: titles.weaknesses,
    finding: first ? findings.weaknesses(...first) : findings.noWeaknesses,
    table: { columns: [columns.weakness, columns.name, columns.advisories], rows: toRows(named) },
    all: toRows(period.weaknesses),
    ...toBars(
      [columns.advisories],
      named.map(([id, count]) => ({ label: id, values: [count], end: tell(count, language) })),
    ),
  };
}

function nameOf(id: string, language: Language): SpokenText {
  return cweName(id, language) ?? { text: wordsOf(language).statistics.unknown, language };
}

function vendorChart(counts: SiteCounts, language: Language): Chart {
  const { titles, findings, columns, vendorGroup } = wordsOf(language).statistics;
  const { vendors } = counts.period;
  const single = vendors.find(([from]) => from === 1)?.[1] ?? 0;
  const rows = vendors
    .map(([from, count], place) => {
      const next = VENDOR_GROUPS[place + 1];
      return { label: vendorGroup(from, next === undefined ? undefined : next - 1), count, from };
    })
    .filter(({ from, count }) => from > 0 || count > 0);
  return {
    id: 'vendors',
    title: titles.vendors,
    finding: ofSome(counts, titles.vendors, (all) => findings.vendors(single, all)),
    table: {
      columns: [columns.vendors, columns.advisories],
      rows: rows.map(({ label, count }) => ({ label, cells: [tell(count, language)] })),
    },
    ...(counts.period.advisories > 0 &&
      toBars(
        [columns.advisories],
        rows.map(({ label, count }) => ({ label, values: [count], end: tell(count, language) })),
      )),
  };
}

function dayChart({ quarters, shown, present }: SiteCounts, language: Language, index: SiteIndex): Chart {
  const isTold = tellsDays(index);
  const { titles, findings, columns, daysNote } = wordsOf(language).statistics;
  const toRows = (some: readonly QuarterCounts[]) =>
    some.toReversed().map(({ quarter, days }) => ({
      ...quarterLabel(quarter, language, present),
      cells: [days.advisories, days.median, days.p90].map((value) => tell(value, language)),
    }));
  const told = shown.findLast(({ days }) => days.advisories > 0)?.days;
  const known = shown.filter(({ days }) => days.median !== undefined);
  return {
    id: 'days',
    title: titles.days,
    finding:
      told?.median !== undefined && told.p90 !== undefined
        ? findings.days(told.median, told.p90)
        : findings.noDays,
    table: {
      columns: [columns.quarter, columns.told, columns.median, columns.p90],
      rows: isTold ? toRows(shown) : [],
    },
    ...(!isTold && { note: daysNote }),
    all: toRows(quarters),
    ...(known.length > 0 &&
      toBars(
        [columns.median],
        shown.toReversed().map(({ quarter, days }) => ({
          label: shortQuarter(quarter),
          values: [days.median],
          end: tell(days.median, language),
        })),
      )),
  };
}

function fixChart(counts: SiteCounts, language: Language): Chart {
  const { titles, findings, fixes } = wordsOf(language).statistics;
  const ready = sum(counts.shown.map((each) => each.fixes['at-publication']));
  return {
    id: 'fix',
    title: titles.fix,
    finding: ofSome(counts, titles.fix, (all) => findings.fix(ready, all)),
    ...quarterChart(
      counts,
      language,
      FIX_TIMES.map((time) => ({ label: fixes[time], countIn: (each) => each.fixes[time] })),
    ),
  };
}

/** A sentence about all advisories of the period; the bare title when there are none. */
function ofSome({ period }: SiteCounts, title: string, tellOf: (all: number) => string): string {
  return period.advisories === 0 ? title : tellOf(period.advisories);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
