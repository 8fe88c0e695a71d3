import type { SearchFilters } from './search-engine.ts';

/** What the search page is asked: it stands in the address, so that results can be shared and Back works. */
export interface SearchState {
  query: string;
  filters: SearchFilters;
}

/** Reads the state from the query string of an address; filters that the page does not offer are ignored. */
export function parseSearchState(queryString: string, offered: readonly string[]): SearchState {
  const values = new URLSearchParams(queryString);
  const chosen = offered
    .map((name) => [name, values.get(name) ?? ''] as const)
    .filter(([, value]) => value !== '');
  return { query: values.get('q') ?? '', filters: Object.fromEntries(chosen) };
}

/** The query string for a state, with `?`; empty when nothing is asked. */
export function formatSearchState({ query, filters }: SearchState): string {
  const values = new URLSearchParams({ ...(query !== '' && { q: query }), ...filters });
  return values.size === 0 ? '' : `?${values.toString()}`;
}
