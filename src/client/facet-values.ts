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
 */
export function toFacetValues(
  facet: Facet,
  counts: readonly FacetCount[],
  chosen: readonly string[],
  labels: FacetLabels,
): FacetValue[] {
  const counted = new Map(counts.map(({ value, count }) => [value, count]));
  const values = [...new Set([...counted.keys(), ...chosen])].map((value): FacetValue => {
    const count = counted.get(value);
    return {
      value,
      label: labels.label(facet, value),
      chosen: chosen.includes(value),
      ...(count !== undefined && { count }),
    };
  });
  return sortValues(facet, values, labels);
}

/** The values of a facet and all others that the page knows, so that what nobody counted can be chosen all the same. */
export function addUncounted(facet: Facet, values: readonly FacetValue[], labels: FacetLabels): FacetValue[] {
  const known = new Set(values.map(({ value }) => value));
  const others = labels.values(facet).filter((value) => facet !== 'vendor' && !known.has(value));
  const added = others.map((value) => ({ value, label: labels.label(facet, value), chosen: false }));
  return sortValues(facet, [...values, ...added], labels);
}

function sortValues(facet: Facet, values: readonly FacetValue[], labels: FacetLabels): FacetValue[] {
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
