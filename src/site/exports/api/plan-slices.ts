import type { Advisory } from '#catalog/catalog.ts';
import { byLastChange } from '#catalog/queries.ts';
import { compareText } from '#domain/compare-text.ts';
import { compareInstants, toUtc } from '#domain/dates.ts';
import type { CHANGE_KINDS } from '#formats/api/advisory-shapes.ts';
import type { PlannedListing } from '../../plan.ts';
import { advisoryJsonAddress, apiAddress, apiChangesAddress, apiYearAddress } from '../export-addresses.ts';
import { type ApiPlan, planApiListing, toFormatFiles, toPublishedFile } from './api-plan.ts';

export const advisoriesAddress = apiAddress(['advisories.json']);

/** Every advisory in short, with the digest of its `advisory.json`. */
export function planAdvisoryList(plan: ApiPlan): PlannedListing {
  const { catalog } = plan.exports.index;
  return planApiListing(plan, 'advisories', advisoriesAddress, (published) => ({
    advisories: catalog.advisories.map((advisory) => ({
      ...plan.summaryOf(advisory),
      file: toPublishedFile(advisoryJsonAddress(catalog.site, advisory), published),
    })),
  }));
}

/** For each year its advisories with every file of each. */
export function planYears(plan: ApiPlan): PlannedListing[] {
  return plan.exports.index.all.years.map(([year, advisories]) =>
    planApiListing(plan, 'year', apiYearAddress(year), (published) => ({
      year,
      advisories: advisories.map((advisory) => ({
        ...plan.summaryOf(advisory),
        files: toFormatFiles(plan, advisory, published),
      })),
    })),
  );
}

/** For each month the advisories whose latest change fell into it. */
export function planChanges(plan: ApiPlan): PlannedListing[] {
  return monthsOf(plan).map(([month, advisories]) =>
    planApiListing(plan, 'changes', apiChangesAddress(month), (published) => ({
      month,
      changes: byLastChange(advisories).map((advisory) => ({
        id: advisory.id,
        change: kindOf(advisory),
        publishedAt: toUtc(advisory.facts.publishedAt),
        updatedAt: toUtc(advisory.updatedAt),
        files: toFormatFiles(plan, advisory, published),
      })),
    })),
  );
}

/** Months of the site's zone in which advisories changed last, newest first. */
export function monthsOf({ exports }: ApiPlan): [month: string, advisories: Advisory[]][] {
  const { advisories } = exports.index.catalog;
  const months = Map.groupBy(advisories, ({ updatedOn }) => updatedOn.slice(0, 'YYYY-MM'.length));
  return [...months].toSorted(([a], [b]) => compareText(b, a));
}

function kindOf({ facts, updatedAt }: Advisory): (typeof CHANGE_KINDS)[number] {
  if (facts.state === 'withdrawn') return 'withdrawn';
  return compareInstants(updatedAt, facts.publishedAt) > 0 ? 'updated' : 'published';
}
