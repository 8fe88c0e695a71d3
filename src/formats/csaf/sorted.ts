import { compareText } from '#domain/compare-text.ts';

/**
 * The same value with the keys of every object in order (CSAF 2.0 §6.2.13) and without anything empty: absent values,
 * texts without a character, lists and objects without an entry. The schema allows none of these.
 */
export function toSorted<Value extends object>(value: Value): Value {
  return sortObject(value) as Value;
}

function sortObject(value: object): object {
  const entries = Object.entries(value)
    .map(([key, each]) => [key, sort(each)] as const)
    .filter(([, each]) => !isEmpty(each));
  return Object.fromEntries(entries.toSorted(([a], [b]) => compareText(a, b)));
}

function sort(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sort).filter((each) => !isEmpty(each));
  return typeof value === 'object' && value !== null ? sortObject(value) : value;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
