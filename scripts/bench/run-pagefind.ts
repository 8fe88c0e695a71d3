import { join } from 'node:path';
import { runProcess, type Run } from './measure/run-process.ts';
import type { Bench } from './side-ours.ts';

/** Runs Pagefind over the finished pages of advisories; lists would only repeat them. */
export async function runPagefind({ root, env }: Bench, output: string): Promise<Run> {
  const command = join(root, 'node_modules', '.bin', 'pagefind');
  return runProcess({ command, args: ['--site', output, '--glob', '**/KRN*/*.html'], cwd: root, env });
}

/** Two steps one after the other: time adds up, memory does not. */
export function addRuns(first: Run, second: Run): Run {
  return {
    seconds: first.seconds + second.seconds,
    cpuSeconds: first.cpuSeconds + second.cpuSeconds,
    peakMiB: Math.max(first.peakMiB, second.peakMiB),
  };
}
