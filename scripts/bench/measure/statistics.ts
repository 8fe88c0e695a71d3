/** The middle value, or the mean of the two in the middle. @throws without a value */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  if (high === undefined || low === undefined) throw new Error('No values to take the median of.');
  return (low + high) / 2;
}

/** The same, or nothing where there is no value. */
export function medianOfAny(values: readonly number[] = []): number | undefined {
  return values.length === 0 ? undefined : median(values);
}

/** The median of the pairwise ratios of two series measured in turn: noise that lasts longer than a run cancels out. */
export function medianRatio(ours: readonly number[], theirs: readonly number[]): number {
  const pairs = ours.slice(0, theirs.length).flatMap((value, index) => {
    const other = theirs[index];
    return other === undefined ? [] : [value / other];
  });
  return median(pairs);
}
