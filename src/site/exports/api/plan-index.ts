import type { Advisory } from '#catalog/catalog.ts';
import { lastChange } from '#catalog/queries.ts';
import { toUtc } from '#domain/dates.ts';
import { API_SCHEMA_NAMES } from '#formats/api/api-schemas.ts';
import type { ApiIndex } from '#formats/api/api-index.ts';
import { toTexts } from '#formats/record/texts.ts';
import { formatUrl, homeAddress } from '../../addresses.ts';
import type { PlannedListing, Published } from '../../plan.ts';
import type { SiteIndex } from '../../site-index.ts';
import { listArchives } from '../archives.ts';
import {
  apiAddress,
  apiChangesAddress,
  apiCvesAddress,
  apiSchemaAddress,
  apiYearAddress,
  checksumAddress,
} from '../export-addresses.ts';
import { type ApiPlan, planApiListing, toPublishedFile } from './api-plan.ts';
import { cveYearsOf, productsAddress, vendorsAddress } from './plan-lookups.ts';
import { advisoriesAddress, monthsOf } from './plan-slices.ts';
import { statisticsAddress } from './plan-statistics.ts';

/** The entrance of the API; it tells of all other parts, so it stands behind them in the plan. */
export function planIndex(plan: ApiPlan): PlannedListing {
  const { index } = plan.exports;
  return planApiListing(plan, 'index', apiAddress(), (published) => ({
    apiVersion: 1,
    ...describeSite(index),
    ...listSlices(plan, published),
    schemas: Object.fromEntries(API_SCHEMA_NAMES.map((name) => [name, apiSchemaAddress(name)])),
  }));
}

type About = Pick<ApiIndex, 'site' | 'updatedAt' | 'advisories' | 'withdrawn' | 'families'>;

function describeSite({ catalog, families }: SiteIndex): About {
  const { site, advisories } = catalog;
  const latest = lastChange(advisories);
  const { title, timezone, languages, licence } = site;
  const [first = 'ja'] = languages;
  return {
    site: {
      title: toTexts(title, languages),
      url: formatUrl(site, homeAddress(site, first)),
      ...{ timezone, languages },
      ...(licence && { licence: { ...licence, name: toTexts(licence.name, languages) } }),
    },
    ...(latest !== undefined && { updatedAt: toUtc(latest) }),
    advisories: advisories.length,
    withdrawn: advisories.filter(({ facts }) => facts.state === 'withdrawn').length,
    families: site.families.map(({ path, prefix, name }) => ({
      ...{ path, prefix },
      name: toTexts(name, languages),
      advisories: families.get(path)?.advisories.length ?? 0,
    })),
  };
}

type Slices = Pick<ApiIndex, 'changes' | 'years' | 'cves' | 'lists' | 'archives'>;

function listSlices(plan: ApiPlan, published: Published): Slices {
  const file = (address: string) => toPublishedFile(address, published);
  const count = (advisories: readonly Advisory[]) => ({ advisories: advisories.length });
  return {
    changes: monthsOf(plan).map(([month, advisories]) => ({
      month,
      ...count(advisories),
      ...file(apiChangesAddress(month)),
    })),
    years: plan.exports.index.all.years.map(([year, advisories]) => ({
      year,
      ...count(advisories),
      ...file(apiYearAddress(year)),
    })),
    cves: cveYearsOf(plan).map(([year, named]) => ({
      year,
      cves: new Set(named.map(({ cve }) => cve)).size,
      ...file(apiCvesAddress(year)),
    })),
    lists: {
      advisories: file(advisoriesAddress),
      vendors: file(vendorsAddress),
      products: file(productsAddress),
      statistics: file(statisticsAddress),
      checksum: file(checksumAddress()),
    },
    archives: listArchives(plan.exports.index, plan.formatsOf).map(
      ({ content, year, advisories, address }) => ({
        content,
        year,
        ...count(advisories),
        ...file(address),
      }),
    ),
  };
}
