import { isEmpty } from '#formats/foreign/outcome.ts';
import { listOutcomes, openDocument } from '#formats/foreign/foreign-document.ts';
import { toField } from '../report/import-report.ts';

/** How the values of one field came back: as many as `before`, of which `same` are equal; `after` came out. */
export interface FieldComparison {
  readonly before: number;
  readonly after: number;
  readonly same: number;
}

/** Fields by name, with `*` for any position of a list. */
export type Comparison = ReadonlyMap<string, FieldComparison>;

/**
 * What two documents have in common, field by field. Lists are compared as sets of values with their numbers, because
 * their order says nothing in most formats; empty values say nothing and are not counted. A moment is the same on any
 * clock, a text whatever its lines.
 */
export function compareDocuments(before: unknown, after: unknown): Comparison {
  const [left, right] = [valuesByField(before), valuesByField(after)];
  const fields = new Set([...left.keys(), ...right.keys()]);
  return new Map(
    [...fields].map((field) => {
      const [a, b] = [left.get(field) ?? [], right.get(field) ?? []];
      return [field, { before: a.length, after: b.length, same: countShared(a, b) }];
    }),
  );
}

/** The sum of several comparisons. */
export function addComparisons(all: readonly Comparison[]): Comparison {
  const sums = new Map<string, FieldComparison>();
  for (const [field, { before, after, same }] of all.flatMap((comparison) => [...comparison])) {
    const sum = sums.get(field) ?? { before: 0, after: 0, same: 0 };
    sums.set(field, { before: sum.before + before, after: sum.after + after, same: sum.same + same });
  }
  return sums;
}

function valuesByField(document: unknown): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const { pointer, value } of listOutcomes(openDocument(document))) {
    if (isEmpty(value)) continue;
    const field = toField(pointer);
    const values = fields.get(field);
    if (values === undefined) fields.set(field, [toCommonForm(value)]);
    else values.push(toCommonForm(value));
  }
  return fields;
}

function toCommonForm(value: string): string {
  const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/u.test(value);
  return isMoment && !Number.isNaN(Date.parse(value))
    ? new Date(value).toISOString()
    : value.replaceAll(/\s+/gu, ' ').trim();
}

function countShared(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const value of b) left.set(value, (left.get(value) ?? 0) + 1);
  let shared = 0;
  for (const value of a) {
    const rest = left.get(value) ?? 0;
    if (rest === 0) continue;
    left.set(value, rest - 1);
    shared += 1;
  }
  return shared;
}
