import type { FilterFields } from './list-filter-match.ts';

/**
 * The query string, with `?` unless it is empty, in which one list's fields are replaced and those of others stay.
 * @param prefix stands before the name of each field of this list
 * @param names all fields of this list, those without a value included
 */
export function formatFilterFields(
  queryString: string,
  prefix: string,
  names: readonly string[],
  fields: FilterFields,
): string {
  const all = new URLSearchParams(queryString);
  for (const name of names) all.delete(prefix + name);
  for (const [name, value] of fields) all.append(prefix + name, value);
  return all.size > 0 ? `?${all.toString()}` : '';
}
