import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addComparisons, compareDocuments } from './compare-documents.ts';

describe('two documents, field by field', () => {
  it('are compared by the values of each field, wherever they stand in a list', () => {
    const before = { id: 'A', aliases: ['x', 'y', 'y'], ranges: [{ fixed: '1' }, { fixed: '2' }], note: '' };
    const after = { id: 'B', aliases: ['y', 'x'], ranges: [{ fixed: '2' }], more: true };
    expect(Object.fromEntries(compareDocuments(before, after))).toEqual({
      '/id': { before: 1, after: 1, same: 0 },
      '/aliases/*': { before: 3, after: 2, same: 2 },
      '/ranges/*/fixed': { before: 2, after: 1, same: 1 },
      '/more': { before: 0, after: 1, same: 0 },
    });
  });

  it('tell the same moment on any clock, and the same text in any lines', () => {
    const before = { at: '2020-01-01T09:00:00+09:00', text: 'a\n b', odd: '2020-99-01T00:00:00Z' };
    const after = { at: '2020-01-01T00:00:00.000Z', text: 'a b', odd: '2020-99-02T00:00:00Z' };
    const same = [...compareDocuments(before, after)].filter(([, field]) => field.same === 1);
    expect(same.map(([field]) => field)).toEqual(['/at', '/text']);
  });

  it('are all the same when they are', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const value: unknown = JSON.parse(json);
        for (const { before, after, same } of compareDocuments(value, structuredClone(value)).values()) {
          expect([after, same]).toEqual([before, before]);
        }
      }),
    );
  });

  it('add up', () => {
    const one = compareDocuments({ a: 1, b: 2 }, { a: 1 });
    const two = compareDocuments({ a: 3 }, { a: 4 });
    expect(Object.fromEntries(addComparisons([one, two]))).toEqual({
      '/a': { before: 2, after: 2, same: 1 },
      '/b': { before: 1, after: 0, same: 0 },
    });
  });
});
