import { expect, it } from 'vitest';
import { parseQuery } from '#search/query.ts';
import { nameAnswer, readExtent } from './answer-extent.ts';

it.each([
  [{ total: 12 }, { count: 12, ending: '' }],
  [
    { total: 134, uncertain: 122 },
    { count: 134, ending: '-at-most' },
  ],
  [
    { total: 134, searchedBackTo: 2019 },
    { count: 134, ending: '-at-least' },
  ],
  [
    { total: 134, uncertain: 122, searchedBackTo: 2019 },
    { count: 12, ending: '-at-least' },
  ],
])('an answer with %j promises %j', (answer, extent) => {
  expect(readExtent(answer)).toEqual(extent);
});

it.each([
  ['gro', false, 0, 'none-whole'],
  ['grow', false, 0, 'none'],
  ['gro', true, 0, 'none-chosen'],
  ['gro', false, 3, 'found'],
  ['', true, 3, 'chosen'],
])('“%s” (filters: %s) with %i results is told as %s', (typed, chosen, total, message) => {
  const facets = { year: [], family: [], severity: [], vendor: [], status: [], fix: [] };
  expect(nameAnswer({ hits: [], total, facets }, parseQuery(typed), chosen)).toBe(message);
});
