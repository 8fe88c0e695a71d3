import { buildCatalog } from '#catalog/build-catalog.ts';
import { loadContent } from '#catalog/load-content.ts';
import { languagesOf } from '#catalog/queries.ts';
import { compareText } from '#domain/compare-text.ts';
import { firstLanguage } from '#domain/language.ts';
import { buildAdvisoryRecord } from '#site/exports/build-advisory-record.ts';
import { buildSiteIndex } from '#site/site-index.ts';
import type { ImportJob } from '../import-all.ts';
import { readAll } from '../read-all.ts';
import {
  addComparisons,
  compareDocuments,
  type Comparison,
  type FieldComparison,
} from './compare-documents.ts';
import { EXPORTS } from './exporters.ts';

/** How an import would come out again. */
export interface RoundTrip {
  /** Records that were compared. */
  readonly records: number;
  /** By field, in the order of their names. */
  readonly fields: Readonly<Record<string, FieldComparison>>;
}

/**
 * Exports what was imported in the same format again and compares it with its source, field by field.
 * `undefined` when this project does not write the format.
 */
export function compareImport(job: ImportJob): RoundTrip | undefined {
  const toPair = Object.hasOwn(EXPORTS, job.name) ? EXPORTS[job.name] : undefined;
  if (toPair === undefined) return undefined;
  const catalog = buildCatalog(loadContent(job.out), job.now);
  const index = buildSiteIndex(catalog);
  const advisories = new Map<string, (typeof catalog.advisories)[number]>(
    catalog.advisories.map((advisory) => [advisory.id, advisory]),
  );
  const { timezone } = catalog.site;
  const comparisons: Comparison[] = [];
  for (const reading of readAll(job.format, job.paths, job.cwd, catalog.site)) {
    const advisory = 'draft' in reading ? advisories.get(reading.draft.facts.id) : undefined;
    if (advisory === undefined || !('draft' in reading)) continue;
    const spoken = languagesOf(catalog, advisory);
    const { language: wanted } = reading.draft;
    const language = spoken.includes(wanted) ? wanted : firstLanguage(catalog.site);
    const record = buildAdvisoryRecord(index, advisory);
    const source = reading.document.value;
    const pair = toPair({ record, language, zone: timezone, source, format: job.format });
    if (pair !== undefined) comparisons.push(compareDocuments(pair.before, pair.after));
  }
  const fields = [...addComparisons(comparisons)].toSorted(([a], [b]) => compareText(a, b));
  return { records: comparisons.length, fields: Object.fromEntries(fields) };
}
