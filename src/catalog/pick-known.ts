import { z } from 'zod';

/** What front matter holds before its types: texts, and `true` and `false` where a schema wants them. */
export type Tree = string | boolean | readonly Tree[] | { readonly [key: string]: Tree };

/**
 * The part of a value for which a schema has a place, in the schema's order. This is the list of what may become public:
 * a key that no schema names is not copied, at any depth, and neither is a text where a map or a list belongs.
 */
export function pickKnown(schema: z.ZodType, value: unknown): Tree | undefined {
  const inner = unwrap(schema, value);
  if (inner instanceof z.ZodObject) return pickMap(inner.shape, value);
  if (inner instanceof z.ZodRecord) return pickRecord(inner, value);
  if (inner instanceof z.ZodArray) return pickList(inner, value);
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' ? pickText(inner, value) : undefined;
}

/** A flag is written as YAML's own `true` or `false`, which other readers understand too. */
function pickText(schema: z.ZodType, text: string): Tree {
  return schema.meta()?.['yamlType'] === 'boolean' ? text === 'true' : text.trim();
}

function pickMap(shape: Readonly<Record<string, z.ZodType>>, value: unknown): Tree | undefined {
  if (!isMap(value)) return undefined;
  const entries = Object.entries(shape).flatMap(([key, schema]) => {
    const picked = Object.hasOwn(value, key) ? pickKnown(schema, value[key]) : undefined;
    return picked === undefined ? [] : [[key, picked] as const];
  });
  return Object.fromEntries(entries);
}

function pickRecord(schema: z.ZodRecord, value: unknown): Tree | undefined {
  if (!isMap(value)) return undefined;
  const keys = schema.keyType as z.ZodType;
  const entries = Object.entries(value).flatMap(([key, below]) => {
    const picked = keys.safeParse(key).success ? pickKnown(schema.valueType as z.ZodType, below) : undefined;
    return picked === undefined ? [] : [[key, picked] as const];
  });
  return Object.fromEntries(entries);
}

function pickList(schema: z.ZodArray, value: unknown): Tree | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((item) => pickKnown(schema.element as z.ZodType, item) ?? []);
}

/** The schema that a value is meant for: without wrappers and, of a union, the branch of the value's shape. */
function unwrap(schema: z.ZodType, value: unknown): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return unwrap(schema.unwrap() as z.ZodType, value);
  if (!(schema instanceof z.ZodUnion)) return schema;
  const branches = (schema.options as z.ZodType[]).map((branch) => unwrap(branch, value));
  const fitting = branches.find((branch) => takesMaps(branch) === isMap(value));
  return fitting ?? z.never();
}

function takesMaps(schema: z.ZodType): boolean {
  return schema instanceof z.ZodObject || schema instanceof z.ZodRecord;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
