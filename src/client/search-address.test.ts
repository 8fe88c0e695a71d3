import { describe, expect, it } from 'vitest';
import { formatSearchState, parseSearchState } from './search-address.ts';

describe('the state of the search page in its address', () => {
  it('survives the way there and back', () => {
    const state = { query: 'JVN#13199224 & 脆弱性', filters: { year: '2018' } };
    expect(parseSearchState(formatSearchState(state), ['year', 'family'])).toEqual(state);
  });

  it('is nothing when nothing is asked', () => {
    expect(formatSearchState({ query: '', filters: {} })).toBe('');
  });

  it('ignores filters that the page does not offer', () => {
    expect(parseSearchState('?q=a&constructor=b&year=', ['year'])).toEqual({ query: 'a', filters: {} });
  });
});
