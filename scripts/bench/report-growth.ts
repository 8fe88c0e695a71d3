import { OURS, type SizeResult } from './bench-result.ts';
import type { Table } from './measure/render-table.ts';
import type { Run } from './measure/run-process.ts';
import { medianOfAny } from './measure/statistics.ts';

/**
 * What one advisory costs at every size: what is flat does not grow with the archive. Times are of a build with the engine
 * kept, so that compiling templates does not hide growth at small sizes. Empty for a single size.
 */
export function tableOfGrowth(results: readonly SizeResult[]): Table {
  if (results.length < 2) return [];
  const head = ['advisories', ...results.map(({ size }) => String(size))];
  return [
    head,
    ...ROWS.map(([label, of, digits]) => [label, ...results.map((result) => format(of(result), digits))]),
  ];
}

type Figure = (result: SizeResult) => number | undefined;

const kept = (of: (run: Run) => number): Figure => inSituation('engine kept', of);

const ROWS: readonly (readonly [label: string, of: Figure, digits: number])[] = [
  ['ms an advisory', perAdvisory(kept(({ seconds }) => seconds * 1000)), 2],
  ['ms of CPU an advisory', perAdvisory(kept(({ cpuSeconds }) => cpuSeconds * 1000)), 2],
  ['peak memory, MiB', kept(({ peakMiB }) => peakMiB), 0],
  ['peak memory, kB an advisory', perAdvisory(kept(({ peakMiB }) => (peakMiB * 2 ** 20) / 1000)), 0],
  ['publish one, s', inSituation('publish one', ({ seconds }) => seconds), 2],
  ['edit one, s', inSituation('edit one', ({ seconds }) => seconds), 2],
  ['no change, s', inSituation('no change', ({ seconds }) => seconds), 2],
  [
    'output, kB an advisory',
    perAdvisory(({ sides }) => (sides[OURS]?.census['all']?.bytes ?? NaN) / 1000),
    1,
  ],
  ['output, files an advisory', perAdvisory(({ sides }) => sides[OURS]?.census['all']?.files), 2],
  [
    'search index, kB an advisory',
    perAdvisory(({ sides }) => (sides[OURS]?.census['search index']?.bytes ?? NaN) / 1000),
    1,
  ],
  [
    'first query, median, kB',
    ({ queries }) => medianOfAny(queries?.[OURS]?.map(({ bytes }) => bytes / 1000)),
    1,
  ],
  [
    'first query, median, ms',
    ({ queries }) => medianOfAny(queries?.[OURS]?.map(({ milliseconds }) => milliseconds)),
    0,
  ],
];

function inSituation(
  situation: 'engine kept' | 'no change' | 'edit one' | 'publish one',
  of: (run: Run) => number,
): Figure {
  return ({ sides }) => medianOfAny(sides[OURS]?.runs[situation]?.map(of));
}

function perAdvisory(of: Figure): Figure {
  return (result) => {
    const whole = of(result);
    return whole === undefined ? undefined : whole / result.size;
  };
}

function format(value: number | undefined, digits: number): string {
  return value === undefined || Number.isNaN(value) ? '—' : value.toFixed(digits);
}
