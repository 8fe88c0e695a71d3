import { type Counted, countAdvisories } from '#formats/api/statistics.ts';
import type { Advisory } from '#catalog/catalog.ts';
import type { PlannedFile } from '../../plan.ts';
import type { SiteIndex } from '../../site-index.ts';
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
      advisories.map((advisory) => toCounted(index, advisory)),
      site.families.map(({ path }) => path),
    ),
  }));
}

function toCounted(index: SiteIndex, advisory: Advisory): Counted {
  const { facts, family, publishedOn } = advisory;
  const { worst } = index.assess(advisory);
  return {
    publishedOn,
    family: family.path,
    withdrawn: facts.state === 'withdrawn',
    ...(worst && { severity: worst.severity }),
    cves: cvesOf(advisory),
    weaknesses: facts.vulnerabilities.flatMap(({ cwe }) => cwe),
  };
}
