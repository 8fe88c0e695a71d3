import { type Choices, FACETS, type SearchOrder } from '#search/search-engine.ts';

/** What the search page is asked: it stands in the address, so that results can be shared and Back works. */
export interface SearchState {
  query: string;
  choices: Choices;
  order: SearchOrder;
}

/** In UTF-16 code units, as the field allows; the rest of a longer query in an address is not looked at. */
const LONGEST_QUERY = 200;
/** Nobody chooses more values of one facet on purpose. */
const MOST_VALUES = 50;

/** Reads the state from the query string of an address; whatever the page does not offer is ignored. */
export function parseSearchState(queryString: string): SearchState {
  const values = new URLSearchParams(queryString);
  const chosen = FACETS.map((facet) => [facet, parseValues(values.getAll(facet))] as const);
  return {
    query: (values.get('q') ?? '').slice(0, LONGEST_QUERY),
    choices: Object.fromEntries(chosen.filter(([, list]) => list.length > 0)),
    order: values.get('order') === 'newest' ? 'newest' : 'relevance',
  };
}

function parseValues(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== '').slice(0, MOST_VALUES);
}

/** The query string for a state, with `?`; empty when nothing is asked. */
export function formatSearchState({ query, choices, order }: SearchState): string {
  const values = new URLSearchParams();
  if (query !== '') values.set('q', query);
  for (const facet of FACETS) for (const value of choices[facet] ?? []) values.append(facet, value);
  if (order !== 'relevance') values.set('order', order);
  return values.size === 0 ? '' : `?${values.toString()}`;
}
