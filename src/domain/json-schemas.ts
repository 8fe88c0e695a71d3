import { z } from 'zod';
import { advisorySchema, translationSchema } from './advisory.ts';
import { exploitHistorySchema } from './exploit-history.ts';
import { redirectsSchema } from './redirect.ts';
import { siteSchema } from './site.ts';
import { ledgerSchema } from './statistics-ledger.ts';
import { unreachableSchema } from './unreachable.ts';
import { vendorSchema } from './vendor.ts';

/** The files for which editors are given a schema, by the name of the schema. */
export const SCHEMAS_FOR_EDITORS = {
  site: siteSchema,
  advisory: advisorySchema,
  translation: translationSchema,
  vendor: vendorSchema,
  unreachable: unreachableSchema,
  redirects: redirectsSchema,
  statistics: ledgerSchema,
  exploits: exploitHistorySchema,
} as const;

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * A schema as JSON Schema draft-07, which yaml-language-server understands best, for what stands in a file.
 * An editor reads `4.10` and `true` as a number and a boolean; our reader takes every scalar as text. So wherever text
 * is free, or must look like a number or a yes or no, the scalars of an editor are accepted as well.
 */
export function toJsonSchema(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-07',
    override: ({ zodSchema, jsonSchema }) => {
      acceptScalars(zodSchema, jsonSchema);
    },
  });
}

function acceptScalars(schema: z.core.$ZodType, json: JsonSchema): void {
  if (z.globalRegistry.get(schema)?.['yamlType'] === 'boolean') {
    delete json.enum;
    json.anyOf = [{ type: 'boolean' }, { enum: ['true', 'false'] }];
    delete json.type;
    delete json['yamlType'];
  } else if (json.type === 'string' && json.enum === undefined && json.const === undefined) {
    if (isDigits(json.pattern)) json.type = ['string', 'integer'] as never;
    else if (json.pattern === undefined && json.format === undefined)
      json.type = ['string', 'number', 'boolean'] as never;
  }
}

function isDigits(pattern: string | undefined): boolean {
  return pattern !== undefined && new RegExp(pattern).test('1') && !new RegExp(pattern).test('a');
}
