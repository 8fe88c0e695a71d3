import { describe, expect, it } from 'vitest';
import { type DraftRow, joinRows } from './join-rows.ts';

const join = (...rows: DraftRow[]) => joinRows(rows, ({ vendor }) => vendor);

describe('rows of one vendor', () => {
  it('become one row where they do not contradict each other', () => {
    const joined = join(
      { vendor: 'a', status: 'affected', statusOn: '2001-02-03', updatedOn: '2001-02-04' },
      { vendor: 'b', status: 'unknown' },
      {
        vendor: 'a',
        status: 'affected',
        notifiedOn: '2001-02-01',
        statement: 'Ours.',
        updatedOn: '2001-02-05',
      },
    );
    expect(joined).toEqual([
      {
        row: {
          ...{ vendor: 'a', status: 'affected', notifiedOn: '2001-02-01', statusOn: '2001-02-03' },
          ...{ updatedOn: '2001-02-05', statement: 'Ours.' },
        },
        from: [0, 2],
        rank: 0,
      },
      { row: { vendor: 'b', status: 'unknown' }, from: [1], rank: 0 },
    ]);
  });

  it('give way where they only say that the vendor was told', () => {
    const answer: DraftRow = { vendor: 'a', status: 'not-affected', notifiedOn: '2001-03-01' };
    const silent: DraftRow = { vendor: 'a', status: 'notified', notifiedOn: '2001-02-01' };
    expect(join(silent, answer)).toEqual([{ row: answer, from: [0, 1], rank: 0 }]);
    expect(join(answer, silent)).toEqual([{ row: answer, from: [0, 1], rank: 0 }]);
  });

  it.each<[string, DraftRow]>([
    ['status', { vendor: 'a', status: 'not-affected' }],
    ['day', { vendor: 'a', status: 'affected', statusOn: '2001-02-04' }],
    ['statement', { vendor: 'a', status: 'affected', statement: 'Other words.' }],
    ['notice', { vendor: 'a', status: 'affected', notices: [{ url: 'https://b.example/' }] }],
  ])('stay two where a %s contradicts', (_what, second) => {
    const first: DraftRow = {
      ...{ vendor: 'a', status: 'affected', statusOn: '2001-02-03', statement: 'Words.' },
      notices: [{ url: 'https://a.example/' }],
    };
    expect(join(first, second)).toEqual([
      { row: first, from: [0], rank: 0 },
      { row: second, from: [1], rank: 1 },
    ]);
  });
});
