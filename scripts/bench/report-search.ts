import { OURS, OURS_PLAIN, type SizeResult } from './bench-result.ts';
import type { Table } from './measure/render-table.ts';
import type { Run } from './measure/run-process.ts';
import { medianOfAny } from './measure/statistics.ts';
import type { QueryCost } from './queries/query-cost.ts';

/** What search costs: ours against Pagefind over another generator's output. Empty when it was not measured. */
export function tableOfSearch(result: SizeResult): Table {
  if (result.pagefind === undefined && result.queries === undefined) return [];
  const rows = [...rowsOfIndex(result), ...rowsOfQueries(result.queries ?? {})];
  return [
    ['search', OURS, 'Pagefind', 'ratio'],
    ...rows.map(([label, ours, theirs, digits]) => [
      label,
      format(ours, digits),
      format(theirs, digits),
      ours !== undefined && theirs ? (ours / theirs).toFixed(2) : '—',
    ]),
  ];
}

type Row = readonly [label: string, ours: number | undefined, theirs: number | undefined, digits: number];

function format(value: number | undefined, digits: number): string {
  return value === undefined ? '—' : value.toFixed(digits);
}

/** Ours builds its index together with the site: what it costs is the difference to a build without. */
function rowsOfIndex({ sides, pagefind = [] }: SizeResult): Row[] {
  const added = (unit: 'seconds' | 'cpuSeconds'): number | undefined => {
    const [whole, plain] = [OURS, OURS_PLAIN].map((name) => sides[name]?.runs['engine kept'] ?? []);
    const differences = (whole ?? []).flatMap((run, round) => {
      const other = plain?.[round];
      return other === undefined ? [] : [run[unit] - other[unit]];
    });
    return medianOfAny(differences);
  };
  const theirs = (unit: keyof Run) => medianOfAny(pagefind.map((run) => run[unit]));
  const { [OURS]: ours, ...others } = sides;
  const mine = ours?.census['search index'];
  const other = Object.values(others)
    .map(({ census }) => census['search index'])
    .find((tally) => (tally?.files ?? 0) > 0);
  return [
    ['index, s', added('seconds'), theirs('seconds'), 2],
    ['index, s of CPU', added('cpuSeconds'), theirs('cpuSeconds'), 2],
    ['index, files', mine?.files, other?.files, 0],
    ['index, kB', mine && mine.bytes / 1000, other && other.bytes / 1000, 0],
  ];
}

function rowsOfQueries(queries: NonNullable<SizeResult['queries']>): Row[] {
  const sides = [queries[OURS] ?? [], queries['pagefind'] ?? []];
  const measures: [string, (cost: QueryCost) => number, number][] = [
    ['ms', ({ milliseconds }) => milliseconds, 0],
    ['kB', ({ bytes }) => bytes / 1000, 1],
    ['requests', ({ requests }) => requests, 0],
  ];
  return measures.flatMap(([unit, of, digits]): Row[] => {
    const [ours = [], theirs = []] = sides.map((costs) => costs.map(of));
    return [
      [`first query, median, ${unit}`, medianOfAny(ours), medianOfAny(theirs), digits],
      [`first query, largest, ${unit}`, largest(ours), largest(theirs), digits],
    ];
  });
}

function largest(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.max(...values);
}
