import { appendFileSync, copyFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runProcess, type Run } from './measure/run-process.ts';
import type { Side } from './side.ts';
import type { Bench } from './side-ours.ts';

/**
 * Hugo over the converted content in `<home>/hugo`. It keeps nothing between runs that would spare it work, so every
 * situation is a full build, with Pagefind's command line over the output when search is compared.
 */
export function hugoSide(bench: Bench): Side {
  const folder = join(bench.home, 'hugo');
  const output = join(folder, 'public');
  const env = { ...bench.env, HUGO_CACHEDIR: join(bench.home, 'hugo-cache') };
  return {
    name: 'hugo',
    output,
    build: async (situation) => {
      const family = join(folder, 'content', 'ja', 'jp', '2025');
      const [page] = readdirSync(family).filter((name) => name.startsWith('KRN'));
      const added = join(family, 'KRN00000000.md');
      if (situation === 'cold' || situation === 'engine kept') {
        for (const path of [output, added]) rmSync(path, { recursive: true, force: true });
      }
      if (page !== undefined && situation === 'edit one')
        appendFileSync(join(family, page), '\n追記しました。\n');
      if (page !== undefined && situation === 'publish one') copyFileSync(join(family, page), added);
      const built = await runProcess({ command: 'hugo', args: ['--quiet'], cwd: folder, env });
      return bench.search ? addRuns(built, await indexOutput(bench, output)) : built;
    },
  };
}

/** Runs Pagefind over the finished pages of advisories; lists would only repeat them. */
export async function indexOutput({ root, env }: Bench, output: string): Promise<Run> {
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
