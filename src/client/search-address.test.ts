import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACETS } from '#search/search-engine.ts';
import { formatSearchState, parseSearchState, type SearchState } from './search-address.ts';

const nothing: SearchState = { query: '', choices: {}, order: 'relevance' };

describe('the state of the search page in its address', () => {
  it('is written as people read it', () => {
    const state: SearchState = {
      query: 'SQL',
      choices: { year: ['2024'], severity: ['critical', 'high'] },
      order: 'newest',
    };
    expect(formatSearchState(state)).toBe('?q=SQL&year=2024&severity=critical&severity=high&order=newest');
  });

  it('survives the way there and back, whatever was typed and chosen', () => {
    const values = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }), {
      minLength: 1,
      maxLength: 5,
    });
    const states = fc.record({
      query: fc.string({ unit: 'grapheme', maxLength: 50 }).filter((text) => text.length <= 200),
      choices: fc.record(Object.fromEntries(FACETS.map((facet) => [facet, values])), { requiredKeys: [] }),
      order: fc.constantFrom('relevance' as const, 'newest' as const),
    });
    fc.assert(
      fc.property(states, (state) => {
        expect(parseSearchState(formatSearchState(state))).toEqual(state);
      }),
    );
  });

  it('is nothing when nothing is asked', () => {
    expect(formatSearchState(nothing)).toBe('');
    expect(parseSearchState('')).toEqual(nothing);
  });

  it('ignores what the page does not offer, empty and repeated values', () => {
    expect(parseSearchState('?constructor=b&year=&year=2024&year=2024&order=up&page=3')).toEqual({
      ...nothing,
      choices: { year: ['2024'] },
    });
  });

  it('looks at no more than anybody means', () => {
    const years = Array.from({ length: 1000 }, (_, index) => `year=${index}`).join('&');
    const { query, choices } = parseSearchState(`?q=${'a'.repeat(10_000)}&${years}`);
    expect(query).toHaveLength(200);
    expect(choices.year).toHaveLength(50);
  });
});
