import { countAdvisories } from '#formats/api/statistics.ts';
import { localize } from '#domain/language.ts';
import type { Site } from '#domain/site.ts';
import { type Ledger, LEDGER_SERIES, type StatisticsSource } from '#domain/statistics-ledger.ts';
import type { PlannedFile } from '../../plan.ts';
import type { SiteIndex } from '../../site-index.ts';
import { countSite, toCommonCount } from '../../statistics/count-site.ts';
import { rateOf, reportTimeOf } from '../../statistics/rate-chart.ts';
import { countEntries } from '../../statistics/unreachable-chart.ts';
import { apiAddress } from '../export-addresses.ts';
import { type ApiPlan, planApiFile } from './api-plan.ts';
import { cvesOf } from './to-summary.ts';

export const statisticsAddress = apiAddress(['statistics.json']);

/** What adds up, by year and month of publication. */
export function planStatistics(plan: ApiPlan): PlannedFile {
  const { index } = plan.exports;
  const { advisories, site } = index.catalog;
  return planApiFile(plan, 'statistics', statisticsAddress, () => ({
    timezone: site.timezone,
    ...countAdvisories(
      advisories.map((advisory) => ({ ...toCommonCount(index, advisory), cves: cvesOf(advisory) })),
      site.families.map(({ path }) => path),
    ),
    quarters: countSite(index)
      .quarters.filter(({ advisories: number }) => number > 0)
      .toReversed()
      .map(({ severities, ...counts }) => ({ ...counts, severity: severities })),
    reports: index.catalog.ledgers.toReversed().map((ledger) => toReport(ledger, index)),
    unreachable: countEntries(index).toReversed(),
    exploits: (index.catalog.exploits?.studies ?? []).flatMap(({ source, vulnerabilities }) =>
      vulnerabilities.map((facts) => ({ ...facts, source: toSource(source, site) })),
    ),
  }));
}

function toReport(ledger: Ledger, index: SiteIndex) {
  const { facts } = ledger;
  const rate = rateOf(ledger, reportTimeOf(index));
  return {
    quarter: ledger.quarter,
    source: toSource(facts.source, index.catalog.site),
    ...Object.fromEntries(
      LEDGER_SERIES.flatMap((series) => (facts[series] ? [[series, facts[series]]] : [])),
    ),
    ...(rate !== undefined && { perBusinessDay: Number(rate) }),
  };
}

function toSource({ title, ...rest }: StatisticsSource, { languages }: Site) {
  return {
    title: Object.fromEntries(
      languages.map((language) => [language, localize(title, language, languages).text]),
    ),
    ...rest,
  };
}
