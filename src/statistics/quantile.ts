/**
 * The value that the given share of all values does not exceed, by nearest rank: always one of the values.
 * Nothing of no values.
 * @param share above 0, at most 1: 0.5 is the median
 */
export function quantile(values: readonly number[], share: number): number | undefined {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[Math.max(0, Math.ceil(ordered.length * share) - 1)];
}
