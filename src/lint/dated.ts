import type { Spot } from './rule.ts';

/** A day or a moment that a file tells, and where it stands. */
export interface Dated {
  date: string;
  path: NonNullable<Spot['path']>;
}

/**
 * The days that stand under some keys of a map, where they do.
 * @param path of the map itself
 */
export function daysUnder<Key extends string>(
  map: Readonly<Partial<Record<Key, string | undefined>>>,
  keys: readonly Key[],
  path: Dated['path'],
): Dated[] {
  return keys.flatMap((key) => {
    const date = map[key];
    return date === undefined ? [] : [{ date, path: [...path, key] }];
  });
}
