import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drop,
  items,
  listLosses,
  listOutcomes,
  member,
  openDocument,
  retell,
  tell,
  text,
  untell,
} from './foreign-document.ts';

const VALUE = {
  title: ' A ',
  dates: ['2020-01-01', '2020-01-02'],
  note: '',
  score: 9.8,
  extra: { deep: [1] },
};

describe('the account of a foreign document', () => {
  it('names what became of every value, in the order of the document', () => {
    const root = openDocument(VALUE);
    text(root, 'title');
    retell(member(root, 'dates'), '2020-01-01 to 02');
    drop(member(root, 'score'), 'computed');
    expect(listOutcomes(root)).toEqual([
      { pointer: '/title', value: ' A ', outcome: { kind: 'kept' } },
      {
        pointer: '/dates',
        value: '["2020-01-01","2020-01-02"]',
        outcome: { kind: 'normalised', after: '2020-01-01 to 02' },
      },
      { pointer: '/note', value: '', outcome: { kind: 'empty' } },
      { pointer: '/score', value: '9.8', outcome: { kind: 'dropped', why: 'computed' } },
      { pointer: '/extra/deep/0', value: '1', outcome: { kind: 'dropped', why: 'unknown-field' } },
    ]);
  });

  it('lets the nearest word about a value decide', () => {
    const root = openDocument(VALUE);
    tell(root);
    for (const date of items(root, 'dates')) drop(date, 'internal');
    untell(member(root, 'title'));
    const dropped = listOutcomes(root).filter(({ outcome }) => outcome.kind === 'dropped');
    expect(dropped.map(({ pointer }) => pointer)).toEqual(['/dates/0', '/dates/1']);
  });

  it('counts what was left out on purpose as a loss', () => {
    const root = openDocument({ a: 1, b: 2 });
    tell(member(root, 'a'));
    drop(member(root, 'b'), 'no-place');
    expect(listLosses(root)).toEqual([{ pointer: '/b' }]);
  });

  it('leaves no value of any document unnamed', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (json) => {
        const value: unknown = JSON.parse(json);
        const texts = JSON.stringify(listOutcomes(openDocument(value)));
        JSON.stringify(value, (_, below: unknown) => {
          if (typeof below === 'number' || typeof below === 'boolean') expect(texts).toContain(String(below));
          return below;
        });
      }),
    );
  });
});
