import { expect, it } from 'vitest';
import { readExtent } from './answer-extent.ts';

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
