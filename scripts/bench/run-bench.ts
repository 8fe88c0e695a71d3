import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from './measure/run-process.ts';
import { SITUATIONS, type Side, type Situation } from './side.ts';

/** Every run of one side, in the order of the rounds. */
export type SideRuns = Record<Situation, Run[]>;

/**
 * Runs all sides in turn, round after round, so that a slow moment of the machine meets every side.
 * @param report told what has just been measured
 */
export async function runRounds(
  sides: readonly Side[],
  rounds: number,
  report: (text: string) => void,
): Promise<ReadonlyMap<string, SideRuns>> {
  const results = new Map(sides.map(({ name }) => [name, emptyRuns()]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const situation of SITUATIONS) {
      for (const side of sides) {
        const run = await side.build(situation);
        results.get(side.name)?.[situation].push(run);
        report(
          `round ${round}, ${situation}, ${side.name}: ${run.seconds.toFixed(2)} s, ${run.cpuSeconds.toFixed(2)} s of CPU, ${Math.round(run.peakMiB)} MiB`,
        );
      }
    }
  }
  return results;
}

/** The least that any generator could take: seconds for copying a finished site. */
export function measureFloor(home: string, output: string): number {
  const copy = join(home, 'floor');
  const started = performance.now();
  cpSync(output, copy, { recursive: true });
  const seconds = (performance.now() - started) / 1000;
  rmSync(copy, { recursive: true, force: true });
  return seconds;
}

function emptyRuns(): SideRuns {
  return { cold: [], 'engine kept': [], 'no change': [], 'edit one': [], 'publish one': [] };
}
