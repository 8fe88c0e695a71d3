import { type Facet, type FacetCount, FACETS, type SearchAnswer } from '../search-engine.ts';
import {
  decodeColumns,
  decodeVendors,
  type FacetValues,
  type NamedVendor,
  RECORDS_PER_COLUMNS,
  RECORDS_PER_LEAF,
} from './columns.ts';
import { indexPaths, type Root } from './root.ts';
import type { IndexPlace } from './search-segment.ts';
import type { StoredCard } from './stored.ts';
import type { Match, Walk } from './walk.ts';

export type CountedFacets = Pick<SearchAnswer, 'facets' | 'partialFacets'>;

/** Files of vendors, of some thirty records each, that one answer may cost, and one more for so many wanted hits. */
const VENDOR_FILES = 4;
const HITS_PER_VENDOR_FILE = 10;

/**
 * Counts facet values over all matches. Vendors are many: they are counted over the shown hits and, of the others, over
 * the newest.
 */
export async function countFacets(
  place: IndexPlace,
  { segments }: Root,
  { seen }: Walk,
  shown: readonly { match: Match; card: StoredCard }[],
  limit: number,
): Promise<CountedFacets> {
  const folderOf = (segment: number): string => segments[segment]?.folder ?? '';
  const counter = new FacetCounter();
  const isShown = new Set(shown.map(({ match }) => match));
  const rest = seen.filter((match) => !isShown.has(match)).toSorted(compareNewest);
  for (const { card } of shown) {
    counter.addValues({ ...card.facets, vendor: [] });
    counter.addVendors(card.vendors);
  }
  const inFiles = Map.groupBy(rest, ({ segment, record }) => `${segment} ${columnsOf(record)}`);
  await Promise.all(
    Array.from(inFiles.values(), async (matches) => {
      const [{ segment, record: first } = { segment: 0, record: 0 }] = matches;
      const path = place.base + indexPaths.columns(folderOf(segment), columnsOf(first));
      const columns = await place.files.open(path, decodeColumns);
      for (const { record } of matches) counter.addValues(columns[record % RECORDS_PER_COLUMNS] ?? {});
    }),
  );
  const leaves = [...Map.groupBy(rest, ({ segment, record }) => `${segment} ${leafOf(record)}`).values()];
  const read = leaves.slice(0, VENDOR_FILES + Math.floor(limit / HITS_PER_VENDOR_FILE));
  for (const leaf of read) {
    const [{ segment, record } = { segment: 0, record: 0 }] = leaf;
    const path = place.base + indexPaths.vendors(folderOf(segment), leafOf(record));
    const vendors = await place.files.open(path, decodeVendors);
    for (const match of leaf) counter.addVendors(vendors[match.record % RECORDS_PER_LEAF] ?? []);
  }
  return { facets: counter.finish(), ...(read.length < leaves.length && { partialFacets: ['vendor'] }) };
}

function columnsOf(record: number): number {
  return Math.floor(record / RECORDS_PER_COLUMNS);
}

function leafOf(record: number): number {
  return Math.floor(record / RECORDS_PER_LEAF);
}

function compareNewest(a: Match, b: Match): number {
  return b.segment - a.segment || b.record - a.record;
}

/** Counts values, and remembers their names. */
export class FacetCounter {
  readonly #counts = new Map<Facet, Map<string, { label: string; count: number }>>();

  addValues(values: FacetValues): void {
    for (const facet of FACETS) for (const value of values[facet] ?? []) this.#add(facet, value, '');
  }

  addVendors(vendors: readonly NamedVendor[]): void {
    for (const { value, label } of vendors) this.#add('vendor', value, label);
  }

  /** The most frequent values first, those equally frequent in their own order. */
  finish(): Record<Facet, FacetCount[]> {
    return Object.fromEntries(FACETS.map((facet) => [facet, this.#list(facet)])) as Record<
      Facet,
      FacetCount[]
    >;
  }

  #add(facet: Facet, value: string, label: string): void {
    const values = this.#counts.get(facet) ?? new Map<string, { label: string; count: number }>();
    const known = values.get(value);
    if (known) known.count += 1;
    else values.set(value, { label, count: 1 });
    this.#counts.set(facet, values);
  }

  #list(facet: Facet): FacetCount[] {
    return [...(this.#counts.get(facet) ?? [])]
      .map(([value, { label, count }]) => ({ value, count, ...(label !== '' && { label }) }))
      .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
}
