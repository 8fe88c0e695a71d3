import type { Facet, FacetCount } from '#search/search-engine.ts';
import type { FacetLabels } from './facet-labels.ts';

/** One value as the list of its facet shows it. */
export interface FacetValue {
  value: string;
  label: string;
  /** Absent when nobody looked. */
  count?: number;
  chosen: boolean;
}

/**
 * The values of a facet in the order in which they are shown: vendors by count, all others as the page lists them.
 * A chosen value that no match has stays in the list, so that it can be given up where it was taken.
 * @param unsearched whether years were left out: those that the page knows can be chosen all the same
 */
export function toFacetValues(
  facet: Facet,
  counts: readonly FacetCount[],
  chosen: readonly string[],
  labels: FacetLabels,
  unsearched: boolean,
): FacetValue[] {
  const counted = new Map(counts.map(({ value, count }) => [value, count]));
  const others = facet === 'year' && (unsearched || chosen.length > 0) ? labels.values(facet) : [];
  const values = [...new Set([...counted.keys(), ...chosen, ...others])].map((value): FacetValue => {
    const count = counted.get(value);
    return {
      value,
      label: labels.label(facet, value),
      chosen: chosen.includes(value),
      ...(count !== undefined && { count }),
    };
  });
  const byCount = (a: FacetValue, b: FacetValue): number =>
    Number(b.chosen) - Number(a.chosen) || (b.count ?? 0) - (a.count ?? 0) || (a.label < b.label ? -1 : 1);
  const byRank = (a: FacetValue, b: FacetValue): number =>
    compareNumbers(labels.rank(facet, a.value), labels.rank(facet, b.value)) || byCount(a, b);
  return values.toSorted(facet === 'vendor' ? byCount : byRank);
}

/** Two unknown ranks are equal, although infinity less infinity is no number. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
