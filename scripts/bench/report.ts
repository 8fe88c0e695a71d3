import { compareCensus, type Tally } from './measure/census.ts';
import type { Table } from './measure/render-table.ts';
import { median, medianRatio } from './measure/statistics.ts';
import type { SideRuns } from './run-bench.ts';
import { SITUATIONS } from './side.ts';

/** Everything that one bench found out. */
export interface BenchResult {
  size: number;
  search: boolean;
  formats: boolean;
  rounds: number;
  machine: Readonly<Record<string, string | number>>;
  content: Tally;
  /** Seconds for copying the finished site. */
  floorSeconds: number;
  sides: Readonly<Record<string, { runs: SideRuns; census: Readonly<Record<string, Tally>> }>>;
}

const UNITS = [
  ['seconds', 's', 2],
  ['cpuSeconds', 's of CPU', 2],
  ['peakMiB', 'MiB', 0],
] as const;

/** Seconds and memory by situation: a column for each side and the ratio of ours to every other one. */
export function tableOfRuns(result: BenchResult): Table {
  const [ours, ...others] = Object.entries(result.sides);
  if (ours === undefined) return [];
  const [oursName, { runs: own }] = ours;
  const head = ['', oursName, ...others.flatMap(([name]) => [name, `ours / ${name}`])];
  const rows = UNITS.flatMap(([unit, name, digits]) =>
    SITUATIONS.map((situation) => {
      const values = own[situation].map((run) => run[unit]);
      const format = (value: number) => value.toFixed(digits);
      const cells = others.flatMap(([, { runs }]) => {
        const theirs = runs[situation].map((run) => run[unit]);
        return [format(median(theirs)), medianRatio(values, theirs).toFixed(2)];
      });
      return [`${situation}, ${name}`, format(median(values)), ...cells];
    }),
  );
  return [head, ...rows, ['copying the output, s', result.floorSeconds.toFixed(2)]];
}

/** Files and bytes by kind of output, so that readers can see whether the sides make the same site. */
export function tableOfOutputs(result: BenchResult): Table {
  const sides = Object.entries(result.sides);
  const kinds = Object.keys(sides[0]?.[1].census ?? {});
  const head = ['', ...sides.flatMap(([name]) => [`${name} files`, 'kB'])];
  return [
    head,
    ...kinds.map((kind) => [
      kind,
      ...sides.flatMap(([, { census }]) => {
        const { files, bytes } = census[kind] ?? { files: 0, bytes: 0 };
        return [String(files), (bytes / 1000).toFixed(0)];
      }),
    ]),
  ];
}

/** Sentences about sides whose output is not the same site; a comparison with them means little. */
export function listUnequal(result: BenchResult): string[] {
  const [ours, ...others] = Object.entries(result.sides);
  if (ours === undefined) return [];
  const own = new Map(Object.entries(ours[1].census));
  return others.flatMap(([name, { census }]) =>
    compareCensus(own, new Map(Object.entries(census))).map(
      ({ kind, ours: mine, theirs }) =>
        `${name} does not make the same ${kind}: ${theirs.files} files and ${theirs.bytes} bytes against ${mine.files} and ${mine.bytes}`,
    ),
  );
}
