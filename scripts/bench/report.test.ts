import { describe, expect, it } from 'vitest';
import { OURS, OURS_PLAIN, type SizeResult } from './bench-result.ts';
import type { Table } from './measure/render-table.ts';
import type { Run } from './measure/run-process.ts';
import type { QueryCost } from './queries/query-cost.ts';
import { tableOfGrowth } from './report-growth.ts';
import { tableOfSearch } from './report-search.ts';
import { listUnequal, tableOfOutputs, tableOfRuns } from './report.ts';
import type { SideRuns } from './side.ts';

const run = (seconds: number, peakMiB = 100): Run => ({ seconds, cpuSeconds: seconds * 2, peakMiB });
const runs = (seconds: Readonly<Record<keyof SideRuns, number>>): SideRuns =>
  Object.fromEntries(Object.entries(seconds).map(([situation, value]) => [situation, [run(value)]]));
const query = (milliseconds: number, bytes: number): QueryCost => ({
  language: 'ja',
  typed: 'x',
  milliseconds,
  bytes,
  requests: 3,
  shown: 20,
});
const census = (bytes: number, index = 0) => ({
  'search index': { files: index > 0 ? 5 : 0, bytes: index },
  advisory: { files: 10, bytes },
  all: { files: 20, bytes },
});

const RESULT: SizeResult = {
  size: 10,
  content: { files: 12, bytes: 1000 },
  floorSeconds: 0.25,
  sides: {
    [OURS]: {
      runs: runs({ cold: 8, 'engine kept': 6, 'no change': 1, 'edit one': 2, 'publish one': 3 }),
      census: census(100_000, 40_000),
    },
    [OURS_PLAIN]: { runs: { cold: [run(5)], 'engine kept': [run(4)] }, census: census(100_000) },
    hugo: {
      runs: { cold: [run(10, 500)], 'no change': [run(9)], 'edit one': [run(10)], 'publish one': [run(12)] },
      census: census(98_000, 80_000),
    },
  },
  pagefind: [run(30, 900)],
  queries: {
    [OURS]: [query(100, 50_000), query(300, 70_000), query(200, 60_000)],
    pagefind: [query(400, 120_000)],
  },
};

function rowOf(table: Table, label: string): readonly string[] {
  const row = table.find(([first]) => first === label);
  expect(row, label).toBeDefined();
  return row ?? [];
}

describe('the table of ratios', () => {
  const table = tableOfRuns(RESULT);

  it('compares ours without search to other builds, and ours with search to build and Pagefind together', () => {
    expect(table[0]).toEqual(['', OURS, 'hugo', 'ratio']);
    expect(rowOf(table, 'cold, site only, s')).toEqual(['cold, site only, s', '5.00', '10.00', '0.50']);
    expect(rowOf(table, 'cold, with search, s').slice(1)).toEqual(['8.00', '40.00', '0.20']);
    expect(rowOf(table, 'cold, with search, MiB').slice(1)).toEqual(['100', '900', '0.11']);
  });

  it('takes the cold build of who keeps no engine for the kept one', () => {
    expect(rowOf(table, 'engine kept, site only, s').slice(1)).toEqual(['4.00', '10.00', '0.40']);
  });

  it('compares an edit, search included, to the other generator’s build alone', () => {
    expect(rowOf(table, 'publish one, s').slice(1)).toEqual(['3.00', '12.00', '0.25']);
    expect(rowOf(table, 'copying the output, s')[1]).toBe('0.25');
  });

  it('has dashes for who failed, and a sentence', () => {
    const failed = { runs: {}, census: {}, failed: 'Out of memory' };
    const result = { ...RESULT, sides: { ...RESULT.sides, hugo: failed } };
    expect(rowOf(tableOfRuns(result), 'cold, site only, s').slice(2)).toEqual(['—', '—']);
    expect(rowOf(tableOfRuns(result), 'cold, with search, s').slice(2)).toEqual(['—', '—']);
    expect(listUnequal(result)).toEqual([expect.stringContaining('Out of memory')]);
  });
});

describe('the table of outputs', () => {
  it('tells what one advisory makes, and leaves our second side out', () => {
    const table = tableOfOutputs(RESULT);
    expect(table[0]).toEqual(['', `${OURS} files`, 'kB', 'hugo files', 'kB']);
    expect(rowOf(table, 'all, for each advisory').slice(1)).toEqual(['2.00', '10.0', '2.00', '9.8']);
  });

  it('is followed by a complaint about another kind of site', () => {
    const hugo = { runs: {}, census: census(50_000) };
    expect(listUnequal(RESULT)).toEqual([]);
    expect(listUnequal({ ...RESULT, sides: { ...RESULT.sides, hugo } }).join()).toContain(
      'hugo does not make the same advisory',
    );
  });
});

describe('the table of search', () => {
  const table = tableOfSearch(RESULT);

  it('counts as index what search adds to a build with the engine kept', () => {
    expect(rowOf(table, 'index, s').slice(1)).toEqual(['2.00', '30.00', '0.07']);
    expect(rowOf(table, 'index, kB').slice(1)).toEqual(['40', '80', '0.50']);
  });

  it('tells the median and the largest of first queries', () => {
    expect(rowOf(table, 'first query, median, ms').slice(1)).toEqual(['200', '400', '0.50']);
    expect(rowOf(table, 'first query, largest, kB').slice(1)).toEqual(['70.0', '120.0', '0.58']);
  });

  it('has dashes without Pagefind, and is empty without search', () => {
    const { size, content, floorSeconds, sides } = RESULT;
    const plain: SizeResult = { size, content, floorSeconds, sides };
    expect(tableOfSearch(plain)).toEqual([]);
    const alone = tableOfSearch({ ...plain, queries: { [OURS]: [query(100, 1)] } });
    expect(rowOf(alone, 'first query, median, ms').slice(1)).toEqual(['100', '—', '—']);
  });
});

describe('the table of growth', () => {
  it('is there for several sizes and shows what is flat', () => {
    expect(tableOfGrowth([RESULT])).toEqual([]);
    const table = tableOfGrowth([RESULT, { ...RESULT, size: 20 }]);
    expect(table[0]).toEqual(['advisories', '10', '20']);
    expect(rowOf(table, 'ms an advisory').slice(1)).toEqual(['600.00', '300.00']);
    expect(rowOf(table, 'output, kB an advisory').slice(1)).toEqual(['10.0', '5.0']);
    expect(rowOf(table, 'publish one, s').slice(1)).toEqual(['3.00', '3.00']);
    expect(rowOf(table, 'first query, median, kB').slice(1)).toEqual(['60.0', '60.0']);
  });
});
