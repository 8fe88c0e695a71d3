import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseQuery } from '#search/query.ts';
import type { SearchAnswer, SearchRequest } from '#search/search-engine.ts';
import { LatestSearch } from './latest-search.ts';

const facets = { year: [], family: [], severity: [], vendor: [], status: [], fix: [] };
const request = (text: string): SearchRequest => ({
  query: parseQuery(text),
  choices: {},
  order: 'relevance',
  limit: 20,
});

/** An engine that answers after as many milliseconds as the query says, or fails. */
const engine = {
  search: async ({ query }: SearchRequest): Promise<SearchAnswer> => {
    await new Promise((resolve) => setTimeout(resolve, Number(query.text)));
    if (query.text === '50') throw new Error('no index');
    return { hits: [], total: Number(query.text), facets };
  },
};

function ask(latest: LatestSearch, text: string, log: string[]): void {
  void latest.ask(request(text), {
    slow: () => log.push(`slow ${text}`),
    answered: ({ total }) => log.push(`answered ${total}`),
    failed: () => log.push(`failed ${text}`),
  });
}

describe('searches one after the other', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('never lets an older answer replace a newer one', async () => {
    const log: string[] = [];
    const latest = new LatestSearch(engine);
    ask(latest, '900', log);
    ask(latest, '100', log);
    await vi.advanceTimersByTimeAsync(2000);
    expect(log).toEqual(['answered 100']);
  });

  it('says after 300 ms that it takes long, not before', async () => {
    const log: string[] = [];
    const latest = new LatestSearch(engine);
    ask(latest, '290', log);
    await vi.advanceTimersByTimeAsync(2000);
    ask(latest, '400', log);
    await vi.advanceTimersByTimeAsync(2000);
    expect(log).toEqual(['answered 290', 'slow 400', 'answered 400']);
  });

  it('tells of a failure, and nothing of a cancelled search', async () => {
    const log: string[] = [];
    const latest = new LatestSearch(engine);
    ask(latest, '50', log);
    await vi.advanceTimersByTimeAsync(2000);
    ask(latest, '400', log);
    latest.cancel();
    await vi.advanceTimersByTimeAsync(2000);
    expect(log).toEqual(['failed 50']);
  });
});
