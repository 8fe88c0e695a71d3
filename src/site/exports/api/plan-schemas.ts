import { API_SCHEMA_NAMES, toPublishedSchema } from '#formats/api/api-schemas.ts';
import { formatJson } from '#formats/format-json.ts';
import type { PlannedFile } from '../../plan.ts';
import { apiSchemaAddress } from '../export-addresses.ts';
import { type ApiPlan, schemaUrl } from './api-plan.ts';

/** The JSON Schema of every kind of file. */
export function planSchemas(plan: ApiPlan): PlannedFile[] {
  return API_SCHEMA_NAMES.map((name) => ({
    kind: 'file',
    address: apiSchemaAddress(name),
    type: 'application/schema+json',
    render: () => formatJson(toPublishedSchema(name, schemaUrl(plan, name))),
    basis: () => schemaUrl(plan, name),
  }));
}
