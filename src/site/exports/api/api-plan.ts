import type { Advisory } from '#catalog/catalog.ts';
import type { ApiSchemaName } from '#formats/api/api-schemas.ts';
import type { AdvisorySummary, FormatFile } from '#formats/api/advisory-shapes.ts';
import type { PublishedFile } from '#formats/api/file-shapes.ts';
import { formatApiFile } from '#formats/api/format-api-file.ts';
import { formatUrl } from '../../addresses.ts';
import type { PlannedFile, PlannedListing, Published } from '../../plan.ts';
import { apiSchemaAddress } from '../export-addresses.ts';
import type { ExportEntry, Exports } from '../exports.ts';
import type { FormatsOf, PlannedFormat } from '../planned-format.ts';
import { toSummary } from './to-summary.ts';

/** What every part of the API is planned from. */
export interface ApiPlan {
  exports: Exports;
  /** Advisories in short, made when they are first asked for. */
  summaryOf: (advisory: Advisory) => AdvisorySummary;
  formatsOf: FormatsOf;
  entryOf: (advisory: Advisory) => ExportEntry;
}

export function buildApiPlan(exports: Exports, formatsOf: FormatsOf): ApiPlan {
  const summaries = new Map<Advisory, AdvisorySummary>();
  const entries = new Map(exports.entries.map((entry) => [entry.advisory, entry]));
  return {
    exports,
    formatsOf,
    summaryOf: (advisory) => {
      const summary = summaries.get(advisory) ?? toSummary(exports.index, advisory);
      summaries.set(advisory, summary);
      return summary;
    },
    entryOf: (advisory) => {
      const entry = entries.get(advisory);
      if (entry === undefined) throw new Error(`${advisory.id} is not public.`);
      return entry;
    },
  };
}

/** A file of the API that tells of nothing that must be published before it. */
export function planApiFile(
  plan: ApiPlan,
  schema: ApiSchemaName,
  address: string,
  content: () => object,
  basis?: () => string,
): PlannedFile {
  return {
    kind: 'file',
    address,
    type: 'application/json',
    render: () => formatApiFile({ $schema: schemaUrl(plan, schema), ...content() }),
    ...(basis && { basis }),
  };
}

/** A file of the API that tells digests of others. */
export function planApiListing(
  plan: ApiPlan,
  schema: ApiSchemaName,
  address: string,
  content: (published: Published) => object,
): PlannedListing {
  return {
    kind: 'listing',
    address,
    type: 'application/json',
    render: (published) => formatApiFile({ $schema: schemaUrl(plan, schema), ...content(published) }),
  };
}

export function schemaUrl({ exports }: Pick<ApiPlan, 'exports'>, schema: ApiSchemaName): string {
  return formatUrl(exports.index.catalog.site, apiSchemaAddress(schema));
}

export function toPublishedFile(address: string, published: Published): PublishedFile {
  return { address, ...published(address) };
}

/** Every file of an advisory. */
export function toFormatFiles(
  { formatsOf }: ApiPlan,
  advisory: Advisory,
  published: Published,
): FormatFile[] {
  return formatsOf(advisory).map(({ format, language, address, type }: PlannedFormat) => ({
    format,
    ...(language && { language }),
    type,
    ...toPublishedFile(address, published),
  }));
}
