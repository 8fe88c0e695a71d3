import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SideResult } from './bench-result.ts';
import { takeCensus } from './measure/census.ts';
import type { Run } from './measure/run-process.ts';
import { SITUATIONS, type Side, type SideRuns, type Situation } from './side.ts';

/** What became of one side: its runs until it was done or, when a build failed, until then. */
export interface SideOutcome {
  runs: SideRuns;
  /** The last lines of what a failed build said. */
  failed?: string;
}

/**
 * Runs all sides in turn, round after round, so that a slow moment of the machine meets every side. Another generator
 * that fails is left out from then on; that it cannot do the work is a result too. When the first side fails, the bench does.
 * @param report told what has just been measured
 * @param between called after each round in which everything has been built
 */
export async function runRounds(
  sides: readonly Side[],
  rounds: number,
  report: (text: string) => void,
  between: (outcomes: ReadonlyMap<string, SideOutcome>) => Promise<void> = () => Promise.resolve(),
): Promise<ReadonlyMap<string, SideOutcome>> {
  const outcomes = new Map<string, SideOutcome>(sides.map(({ name }) => [name, { runs: {} }]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const situation of SITUATIONS) {
      for (const side of sides) {
        const outcome = outcomes.get(side.name);
        if (outcome === undefined || outcome.failed !== undefined) continue;
        if (!side.situations.includes(situation)) continue;
        await measure(side, situation, outcome, side !== sides[0]);
        report(`round ${round}, ${situation}, ${side.name}: ${formatOutcome(outcome, situation)}`);
      }
    }
    await between(outcomes);
  }
  return outcomes;
}

async function measure(
  side: Side,
  situation: Situation,
  outcome: SideOutcome,
  mayFail: boolean,
): Promise<void> {
  try {
    const runs = (outcome.runs[situation] ??= []);
    runs.push(await side.build(situation));
  } catch (error) {
    if (!mayFail) throw error;
    outcome.failed = String(error).slice(-600);
  }
}

function formatOutcome({ runs, failed }: SideOutcome, situation: Situation): string {
  const run = runs[situation]?.at(-1);
  return failed !== undefined || run === undefined ? `failed: ${failed ?? ''}` : formatRun(run);
}

/** What a side cost, with what stands in its output now. */
export function toResult({ output }: Side, outcome: SideOutcome = { runs: {} }): SideResult {
  const census = existsSync(output) ? Object.fromEntries(takeCensus(output)) : {};
  return { ...outcome, census };
}

/** One run in words. */
export function formatRun({ seconds, cpuSeconds, peakMiB }: Run): string {
  return `${seconds.toFixed(2)} s, ${cpuSeconds.toFixed(2)} s of CPU, ${Math.round(peakMiB)} MiB`;
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
