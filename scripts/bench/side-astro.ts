import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles } from './content/generate-content.ts';
import { buildAdvisory, GENERATED_NOW } from './content/generated-advisory.ts';
import { runProcess } from './measure/run-process.ts';
import { toAstroFiles } from './peers/to-astro.ts';
import { addRuns, indexOutput } from './side-hugo.ts';
import type { Side } from './side.ts';
import type { Bench } from './side-ours.ts';

/**
 * Astro as its documentation teaches it, over `<home>/astro`: content collections and static paths. From the second
 * build on it has its own data store; every page is rendered anew each time.
 */
export function astroSide(bench: Bench): Side {
  const { root, home, world } = bench;
  const folder = join(home, 'astro');
  const output = join(folder, 'dist');
  const job = {
    command: process.execPath,
    args: [join(root, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build', '--silent'],
    cwd: folder,
    env: {
      ...bench.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      BENCH_ROOT: root,
      BENCH_CONTENT: join(folder, 'content'),
      BENCH_NOW: new Date(GENERATED_NOW * 1000).toISOString(),
    },
  };
  const next = [...toAstroFiles(buildAdvisory(world, world.size))];
  const [edited] = toAstroFiles(buildAdvisory(world, Math.floor(world.size / 2)));
  return {
    name: 'astro',
    output,
    build: async (situation) => {
      if (situation === 'cold' || situation === 'engine kept') {
        const added = next.map(({ file }) => join('content', file));
        const remembered = ['dist', '.astro', join('node_modules', '.astro')];
        for (const path of [...remembered, ...added])
          rmSync(join(folder, path), { recursive: true, force: true });
      }
      if (edited && situation === 'edit one') {
        appendFileSync(join(folder, 'content', edited.file), '\n追記しました。\n');
      }
      if (situation === 'publish one') writeFiles(join(folder, 'content'), next);
      const built = await runProcess(job);
      return bench.search ? addRuns(built, await indexOutput(bench, output)) : built;
    },
  };
}
