import { z } from 'zod';
import { advisorySchema, translationSchema } from '#domain/advisory.ts';
import { LANGUAGES } from '#domain/language.ts';
import { nearest } from '#domain/nearest.ts';
import type { ContentProblem } from './content.ts';
import { describePattern, refusalKinds } from './schema-refusals.ts';

/** A value that a schema refuses. `at` tells which half of the entry is to blame: its key or its value. */
export interface SchemaProblem extends Pick<ContentProblem, 'kind' | 'path' | 'params'> {
  at: 'key' | 'value';
}

type Path = readonly (string | number)[];
type Issue = z.core.$ZodIssue;

/**
 * Turns what zod says about a file into the problems that a person has: one for each wrong place.
 *
 * Kinds: `schema-unknown-key` {key, nearest}, `schema-missing-key` {key}, `schema-value` {received, expected: an
 * example}, `schema-choice` {received, choices, nearest}, `schema-text|list|map` {received: what stands there instead},
 * `schema-empty`, `schema-too-long` {maximum}, `translation-fact` {key}, and those of `refusalKinds` {reason}. `nearest` may be the empty string.
 * @param data what the schema was given, before any transformation
 */
export function toSchemaProblems(schema: z.ZodType, error: z.ZodError, data: unknown): SchemaProblem[] {
  const problems = error.issues.flatMap((issue) => toProblems(issue, [], schema, data));
  const unknown = new Set(
    problems.filter(({ at }) => at === 'key').map(({ path }) => keyOf(path.slice(0, -1))),
  );
  return problems.filter(({ kind, path }) => kind !== 'schema-empty' || !unknown.has(keyOf(path)));
}

function toProblems(issue: Issue, base: Path, schema: z.ZodType, data: unknown): SchemaProblem[] {
  const path = [...base, ...issue.path.filter((part) => typeof part !== 'symbol')];
  const received = valueAt(data, path);
  const value = (kind: string, params: SchemaProblem['params'] = {}): SchemaProblem[] => [
    { kind, path, at: 'value', params },
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, schema));
    case 'invalid_union':
      return unionProblems(issue, path, schema, data);
    case 'invalid_key':
      return [{ ...wrongKey(issue.issues[0], path, schema), at: 'key' }];
    case 'invalid_type':
      return received === undefined
        ? [missingKey(path)]
        : value(shapeKind(issue.expected), { received: shapeOf(received) });
    case 'invalid_value':
      return received === undefined
        ? [missingKey(path)]
        : [wrongChoice(issue.values.map(String), path, received)];
    case 'too_small':
      return value('schema-empty');
    case 'too_big':
      return value('schema-too-long', { maximum: Number(issue.maximum) });
    case 'custom':
      return [refusal(issue.message, path, received)];
    default:
      return [wrongForm(issue, path, received, schemaAt(schema, path))];
  }
}

function unknownKey(key: string, path: Path, schema: z.ZodType): SchemaProblem {
  const known = knownKeys(schemaAt(schema, path));
  const isFact =
    schema === translationSchema && path.length === 0 && Object.hasOwn(advisorySchema.shape, key);
  return {
    kind: isFact ? 'translation-fact' : 'schema-unknown-key',
    path: [...path, key],
    at: 'key',
    params: { key, nearest: nearest(key, known) ?? '', known: known.join(', ') },
  };
}

function missingKey(path: Path): SchemaProblem {
  return { kind: 'schema-missing-key', path, at: 'value', params: { key: String(path.at(-1) ?? '') } };
}

function wrongChoice(choices: readonly string[], path: Path, received: unknown): SchemaProblem {
  const text = short(received);
  const params = { received: text, choices: choices.join(', '), nearest: nearest(text, choices) ?? '' };
  return { kind: 'schema-choice', path, at: 'value', params };
}

/** A refusal in the schema's own words; one that has no kind of its own counts as a value of another form. */
function refusal(reason: string, path: Path, received: unknown): SchemaProblem {
  const kind = refusalKinds.get(reason);
  if (kind !== undefined) return { kind, path, at: 'value', params: { reason } };
  return { kind: 'schema-value', path, at: 'value', params: { received: short(received), expected: reason } };
}

function wrongForm(
  issue: Issue | undefined,
  path: Path,
  received: unknown,
  schemas: readonly z.ZodType[],
): SchemaProblem {
  const format = issue?.code === 'invalid_format' ? issue : undefined;
  const expected = describePattern(schemas, format?.format ?? '', format?.pattern ?? '');
  return { kind: 'schema-value', path, at: 'value', params: { received: short(received), expected } };
}

function wrongKey(issue: Issue | undefined, path: Path, schema: z.ZodType): SchemaProblem {
  const key = String(path.at(-1));
  const records = schemaAt(schema, path.slice(0, -1)).filter((one) => one instanceof z.ZodRecord);
  const keys = records.map((record) => record.keyType as z.ZodType);
  return issue?.code === 'custom' ? refusal(issue.message, path, key) : wrongForm(issue, path, key, keys);
}

/** Of the branches of a union, the one whose shape the author chose tells what is wrong. */
function unionProblems(
  issue: z.core.$ZodIssueInvalidUnion,
  path: Path,
  schema: z.ZodType,
  data: unknown,
): SchemaProblem[] {
  const received = valueAt(data, path);
  if (received === undefined) return [missingKey(path)];
  const chosen = issue.errors.find((branch) => branch.every((inner) => !refusesShape(inner, received)));
  if (chosen === undefined) {
    return [{ kind: 'schema-text', path, at: 'value', params: { received: shapeOf(received) } }];
  }
  return chosen.flatMap((inner) => toProblems(inner, path, schema, data));
}

function refusesShape(issue: Issue, received: unknown): boolean {
  if (issue.path.length > 0) return false;
  return issue.code === 'invalid_type' || (issue.code === 'invalid_value' && typeof received !== 'string');
}

function shapeKind(expected: string): string {
  if (expected === 'array') return 'schema-list';
  return expected === 'object' || expected === 'record' ? 'schema-map' : 'schema-text';
}

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' && value !== null ? 'map' : short(value);
}

/** What stands at a path of the data, own properties only. */
function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}

/** The schemas that may describe the value at a path. */
function schemaAt(schema: z.ZodType, path: Path): z.ZodType[] {
  return path
    .reduce<z.ZodType[]>(
      (schemas, part) => schemas.flatMap((one) => branches(one)).flatMap((one) => childOf(one, part)),
      [schema],
    )
    .flatMap((one) => branches(one));
}

function childOf(schema: z.ZodType, part: string | number): z.ZodType[] {
  if (schema instanceof z.ZodObject && Object.hasOwn(schema.shape, part))
    return [schema.shape[part] as z.ZodType];
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType];
  return schema instanceof z.ZodRecord ? [schema.valueType as z.ZodType] : [];
}

/** A schema without its wrappers; a union gives all of its branches. */
function branches(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return branches(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodPipe) return branches(schema.in as z.ZodType);
  if (schema instanceof z.ZodUnion) return (schema.options as z.ZodType[]).flatMap((one) => branches(one));
  return [schema];
}

function knownKeys(schemas: readonly z.ZodType[]): string[] {
  return schemas.flatMap((schema) => {
    if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
    return schema instanceof z.ZodRecord ? [...LANGUAGES] : [];
  });
}

/** All keys that a schema knows, at any depth. */
export function listKeys(schema: z.ZodType): string[] {
  return branches(schema).flatMap((one) => [
    ...knownKeys([one]),
    ...(one instanceof z.ZodObject
      ? Object.values(one.shape).flatMap((below) => listKeys(below as z.ZodType))
      : []),
  ]);
}

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function keyOf(path: Path): string {
  return path.join('\0');
}
