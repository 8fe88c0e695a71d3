import type { Planned } from '../plan.ts';
import type { SiteIndex } from '../site-index.ts';
import { planAdvisoryJson } from './advisory-json.ts';
import { planApi } from './api/plan-api.ts';
import { planCsaf } from './csaf.ts';
import { planCsafProvider } from './csaf-provider.ts';
import { planCve } from './cve.ts';
import { buildExports, type ExportEntry, type Exports } from './exports.ts';
import { planJvnrss } from './jvnrss.ts';
import { planOpenVex } from './openvex.ts';
import { planOsv, planOsvList } from './osv.ts';
import type { FormatsOf, PlanFormat, PlannedFormat } from './planned-format.ts';
import { planVuldef } from './vuldef.ts';

const PLAN_FORMATS: readonly PlanFormat[] = [
  planAdvisoryJson,
  planCsaf,
  planOpenVex,
  planOsv,
  planCve,
  planVuldef,
];

/** Files about all advisories or many. */
const PLAN_ACROSS: readonly ((exports: Exports, formatsOf: FormatsOf) => Planned[])[] = [
  planCsafProvider,
  planOsvList,
  planJvnrss,
  planApi,
];

/** Every machine-readable file of the site beside feeds and tables. */
export interface ExportPlan {
  /** Those of one advisory, in the order in which pages list them. */
  formatsOf: FormatsOf;
  /** All of those, the ones of one advisory in a row. */
  formats: readonly PlannedFormat[];
  /** Those about all advisories or many. */
  across: readonly Planned[];
}

/** The plan of a site without machine-readable files. */
export const NO_EXPORTS: ExportPlan = { formatsOf: () => [], formats: [], across: [] };

export function planExports(index: SiteIndex): ExportPlan {
  const exports = buildExports(index);
  const formats = new Map(exports.entries.map((entry) => [entry.advisory.slug, planFormats(exports, entry)]));
  const formatsOf: FormatsOf = ({ slug }) => formats.get(slug) ?? [];
  const across = PLAN_ACROSS.flatMap((plan) => plan(exports, formatsOf));
  return { formatsOf, formats: [...formats.values()].flat(), across };
}

/** One advisory in every format that can hold it. */
function planFormats(exports: Exports, entry: ExportEntry): PlannedFormat[] {
  return PLAN_FORMATS.flatMap((plan) => plan(exports, entry));
}
