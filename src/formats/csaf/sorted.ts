/**
 * The same value with the keys of every object in order (CSAF 2.0 §6.2.13) and without anything empty: absent values,
 * texts without a character, lists and objects without an entry. The schema allows none of these.
 */
export function toSorted<Value extends object>(value: Value): Value {
  return sortObject(value) as Value;
}

/** A plain loop, because every value of every document passes here. */
function sortObject(value: object): object {
  const sorted: Record<string, unknown> = {};
  // Without a function of its own `toSorted` compares by UTF-16 units, the same on every machine.
  for (const key of Object.keys(value).toSorted()) {
    const each = sort((value as Record<string, unknown>)[key]);
    if (!isEmpty(each)) sorted[key] = each;
  }
  return sorted;
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
