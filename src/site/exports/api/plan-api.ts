import type { Planned } from '../../plan.ts';
import { planArchives } from '../archives.ts';
import { planChecksums } from '../checksums.ts';
import type { Exports } from '../exports.ts';
import type { FormatsOf } from '../planned-format.ts';
import { buildApiPlan } from './api-plan.ts';
import { planIndex } from './plan-index.ts';
import { planCves, planProducts, planVendorList, planVendors } from './plan-lookups.ts';
import { planSchemas } from './plan-schemas.ts';
import { planAdvisoryList, planChanges, planYears } from './plan-slices.ts';
import { planStatistics } from './plan-statistics.ts';

/**
 * The static API, version 1: `/api/v1/`. What it promises stands in `src/formats/api/README.md`.
 * One changed advisory changes its year, its month (and the month of its change before), its vendors, its CVEs'
 * years, the archives of its year and the lists of everything; all else keeps its bytes.
 */
export function planApi(exports: Exports, formatsOf: FormatsOf): Planned[] {
  const plan = buildApiPlan(exports, formatsOf);
  return [
    ...planSchemas(plan),
    ...planVendors(plan),
    ...planCves(plan),
    planProducts(plan),
    planStatistics(plan),
    ...planArchives(exports.index, formatsOf),
    ...planYears(plan),
    ...planChanges(plan),
    planAdvisoryList(plan),
    planVendorList(plan),
    // These tell of lists, so they come last.
    planChecksums(exports.index, formatsOf),
    planIndex(plan),
  ];
}
