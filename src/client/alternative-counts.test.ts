import { describe, expect, it } from 'vitest';
import { parseQuery } from '#search/query.ts';
import type { SearchAnswer, SearchRequest } from '#search/search-engine.ts';
import { searchWithAlternatives } from './alternative-counts.ts';

const advisories = [
  { year: '2024', severity: 'high' },
  { year: '2024', severity: 'critical' },
  { year: '2023', severity: 'critical' },
];
const nothing = { year: [], family: [], severity: [], vendor: [], status: [], fix: [] };

/** Counts over the matches only, as an index does. */
const engine = {
  search: ({ choices }: SearchRequest): Promise<SearchAnswer> => {
    const matches = advisories.filter(
      ({ year, severity }) =>
        (choices.year?.includes(year) ?? true) && (choices.severity?.includes(severity) ?? true),
    );
    const count = (values: readonly string[]) =>
      [...Map.groupBy(values, (value) => value)].map(([value, all]) => ({ value, count: all.length }));
    const facets = {
      ...nothing,
      year: count(matches.map(({ year }) => year)),
      severity: count(matches.map(({ severity }) => severity)),
    };
    return Promise.resolve({ hits: [], total: matches.length, facets });
  },
};

function ask(choices: SearchRequest['choices'], text = 'word') {
  return searchWithAlternatives(engine, { query: parseQuery(text), choices, order: 'relevance', limit: 20 });
}

describe('counts of alternatives', () => {
  it('tell how many there are with every other value of a narrowed facet', async () => {
    const { total, facets, uncounted } = await ask({ severity: ['high'] });
    expect(total).toBe(1);
    expect(facets.severity).toEqual([
      { value: 'high', count: 1 },
      { value: 'critical', count: 2 },
    ]);
    expect(facets.year).toEqual([{ value: '2024', count: 1 }]);
    expect(uncounted).toEqual([]);
  });

  it('keep the choices of all other facets', async () => {
    const { facets } = await ask({ severity: ['critical'], year: ['2023'] });
    expect(facets.severity).toEqual([{ value: 'critical', count: 1 }]);
    expect(facets.year).toEqual([
      { value: '2024', count: 1 },
      { value: '2023', count: 1 },
    ]);
  });

  it('are not known when the only question would be gone', async () => {
    const { uncounted, facets } = await ask({ year: ['2023'] }, '');
    expect(uncounted).toEqual(['year']);
    expect(facets.year).toEqual([{ value: '2023', count: 1 }]);
  });

  it('say nothing of years that were not searched', async () => {
    const partial = {
      search: async (request: SearchRequest) => ({ ...(await engine.search(request)), searchedBackTo: 2023 }),
    };
    const request = { query: parseQuery('word'), choices: {}, order: 'newest', limit: 1 } as const;
    expect((await searchWithAlternatives(partial, request)).uncounted).toEqual(['year']);
  });
});
