import { mkdirSync, rmSync } from 'node:fs';
import { asideOf } from './measure/set-aside.ts';
import type { Bench } from './side-ours.ts';

/**
 * Measures in an empty folder of the run, which is removed at the end.
 * @param keep leaves content and outputs where they are
 */
export async function inHome<Result>(
  { home }: Bench,
  keep: boolean,
  measure: () => Promise<Result>,
): Promise<Result> {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  try {
    return await measure();
  } finally {
    rmSync(keep ? asideOf(home) : home, { recursive: true, force: true });
  }
}
