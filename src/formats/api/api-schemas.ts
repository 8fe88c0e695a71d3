import { z } from 'zod';
import { advisoryRecordSchema } from '#formats/record/advisory-record.ts';
import { advisoriesSchema, changesSchema, yearSchema } from './advisory-shapes.ts';
import { indexSchema } from './api-index.ts';
import { checksumSchema } from './checksums.ts';
import { schemaMember } from './file-shapes.ts';
import { cvesSchema, productsSchema, vendorSchema, vendorsSchema } from './lookup-shapes.ts';
import { statisticsSchema } from './statistics.ts';

/** The shape of every kind of file of the API, by the name of its schema. */
export const API_SCHEMAS = {
  index: indexSchema,
  advisories: advisoriesSchema,
  year: yearSchema,
  changes: changesSchema,
  vendors: vendorsSchema,
  vendor: vendorSchema,
  products: productsSchema,
  cves: cvesSchema,
  statistics: statisticsSchema,
  checksum: checksumSchema,
  advisory: advisoryRecordSchema.extend(schemaMember).describe('An advisory as data.'),
} as const;

export type ApiSchemaName = keyof typeof API_SCHEMAS;

export const API_SCHEMA_NAMES = Object.keys(API_SCHEMAS) as ApiSchemaName[];

/**
 * A shape as JSON Schema 2020-12. Within version 1 fields may be added, so the published schema demands what is promised
 * and is silent about everything else. It does not insist on RFC 3986 where our own reader takes any address of the web.
 */
export function toPublishedSchema(name: ApiSchemaName, id: string): unknown {
  const schema = z.toJSONSchema(API_SCHEMAS[name], {
    override: ({ jsonSchema }) => {
      const { additionalProperties, format, minimum, maximum } = jsonSchema;
      if (additionalProperties === false) delete jsonSchema.additionalProperties;
      if (format === 'uri') delete jsonSchema.format;
      if (minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return { $id: id, ...schema };
}
