import { OURS, OURS_PLAIN, type SideResult, type SizeResult } from './bench-result.ts';
import { compareCensus } from './measure/census.ts';
import type { Table } from './measure/render-table.ts';
import type { Run } from './measure/run-process.ts';
import { median, medianRatio } from './measure/statistics.ts';
import { addRuns } from './run-pagefind.ts';
import type { Situation } from './side.ts';

const UNITS = [
  ['seconds', 's', 2],
  ['cpuSeconds', 's of CPU', 2],
  ['peakMiB', 'MiB', 0],
] as const;

/** One row's question: which builds of ours stand against which builds of the others. */
interface Row {
  label: string;
  ours: readonly Run[];
  theirs: (side: SideResult) => readonly Run[];
}

/** Seconds and memory by situation: ours, every other generator, and the ratio of ours to it; below 1 we need less. */
export function tableOfRuns(result: SizeResult): Table {
  const others = othersOf(result);
  const rows = rowsOf(result).filter(({ ours }) => ours.length > 0);
  const head = ['', OURS, ...others.flatMap(([name]) => [name, 'ratio'])];
  const body = UNITS.flatMap(([unit, name, digits]) =>
    rows.map(({ label, ours, theirs }) => {
      const values = ours.map((run) => run[unit]);
      const cells = others.flatMap(([, side]) =>
        formatAgainst(
          values,
          theirs(side).map((run) => run[unit]),
          digits,
        ),
      );
      return [`${label}, ${name}`, median(values).toFixed(digits), ...cells];
    }),
  );
  return [head, ...body, ['copying the output, s', result.floorSeconds.toFixed(2)]];
}

/** The other generator's figure and the ratio of ours to it; dashes when it has none. */
function formatAgainst(ours: readonly number[], theirs: readonly number[], digits: number): string[] {
  if (theirs.length === 0) return ['—', '—'];
  return [median(theirs).toFixed(digits), medianRatio(ours, theirs).toFixed(2)];
}

function rowsOf(result: SizeResult): Row[] {
  const { sides, pagefind = [] } = result;
  const runsOf = (name: string, situation: Situation) => sides[name]?.runs[situation] ?? [];
  // Others keep no compiled engine: what they need with one is what they need without.
  const their = (situation: Situation) => (side: SideResult) => side.runs[situation] ?? side.runs.cold ?? [];
  const indexed = (side: SideResult) =>
    side.failed === undefined ? addAll(side.runs.cold ?? [], pagefind) : [];
  const first = (['cold', 'engine kept'] as const).flatMap((situation): Row[] => {
    const whole = runsOf(OURS, situation);
    if (!(OURS_PLAIN in sides)) return [{ label: situation, ours: whole, theirs: their(situation) }];
    return [
      { label: `${situation}, site only`, ours: runsOf(OURS_PLAIN, situation), theirs: their(situation) },
      { label: `${situation}, with search`, ours: whole, theirs: indexed },
    ];
  });
  const later = (['no change', 'edit one', 'publish one'] as const).map((situation): Row => ({
    label: situation,
    ours: runsOf(OURS, situation),
    theirs: their(situation),
  }));
  return [...first, ...later];
}

function addAll(built: readonly Run[], pagefind: readonly Run[]): Run[] {
  return built.flatMap((run, round) => {
    const index = pagefind[round];
    return index === undefined ? [] : [addRuns(run, index)];
  });
}

/** Every side but our two main ones. */
function othersOf({ sides }: SizeResult): [string, SideResult][] {
  return Object.entries(sides).filter(([name]) => name !== OURS && name !== OURS_PLAIN);
}

/** The sides whose output is looked at: ours and the others. */
function compared(result: SizeResult): [string, SideResult][] {
  const ours = result.sides[OURS];
  return [...(ours ? [[OURS, ours] as [string, SideResult]] : []), ...othersOf(result)];
}

/** Files and bytes by kind of output, so that readers can see whether the sides make the same site. */
export function tableOfOutputs(result: SizeResult): Table {
  const sides = compared(result);
  const kinds = Object.keys(sides[0]?.[1].census ?? {});
  const head = ['', ...sides.flatMap(([name]) => [`${name} files`, 'kB'])];
  const cellsOf = (kind: string) =>
    sides.flatMap(([, { census }]) => {
      const { files, bytes } = census[kind] ?? { files: 0, bytes: 0 };
      return [String(files), (bytes / 1000).toFixed(0)];
    });
  const perAdvisory = sides.flatMap(([, { census }]) => {
    const { files, bytes } = census['all'] ?? { files: 0, bytes: 0 };
    return [(files / result.size).toFixed(2), (bytes / 1000 / result.size).toFixed(1)];
  });
  return [head, ...kinds.map((kind) => [kind, ...cellsOf(kind)]), ['all, for each advisory', ...perAdvisory]];
}

/** Sentences about sides whose output is not the same site, or that failed; a comparison with them means little. */
export function listUnequal(result: SizeResult): string[] {
  const ours = new Map(Object.entries(result.sides[OURS]?.census ?? {}));
  return othersOf(result).flatMap(([name, { census, failed }]) => {
    if (failed !== undefined) return [`${name} failed and has no figures from then on: ${failed}`];
    return compareCensus(ours, new Map(Object.entries(census))).map(
      ({ kind, ours: mine, theirs }) =>
        `${name} does not make the same ${kind}: ${theirs.files} files and ${theirs.bytes} bytes against ${mine.files} and ${mine.bytes}`,
    );
  });
}
