import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toAdvisoryFiles, writeFiles } from './content/generate-content.ts';
import { buildAdvisory, GENERATED_NOW, type World } from './content/generated-advisory.ts';
import { runProcess } from './measure/run-process.ts';
import { setAside } from './measure/set-aside.ts';
import type { Side, Situation } from './side.ts';

/** What a side needs to know about the run. */
export interface Bench {
  /** The project's folder. */
  root: string;
  /** The folder in which everything of this run stands. */
  home: string;
  /** The content directory. */
  content: string;
  world: World;
  search: boolean;
  /** Whether Kairan makes its machine-readable formats, which the other generators do not make. */
  formats: boolean;
  env: Readonly<Record<string, string | undefined>>;
}

/** Kairan itself, through the same command that `npm run build` runs. The name tells sides with other choices apart. */
export function oursSide(bench: Bench, name = 'ours'): Side {
  const { root, home, content } = bench;
  const [cache, output] = [join(home, `${name}-cache`), join(home, `${name}-dist`)];
  const choices = [...(bench.search ? [] : ['--no-search']), ...(bench.formats ? [] : ['--no-formats'])];
  const job = {
    command: process.execPath,
    args: [join(root, 'scripts', 'bench', 'build-ours.ts'), cache, ...choices],
    cwd: root,
    env: { ...bench.env, CONTENT_DIR: content, OUT_DIR: output, SOURCE_DATE_EPOCH: String(GENERATED_NOW) },
  };
  return {
    name,
    output,
    build: async (situation) => {
      prepare(bench, situation, cache, output);
      return runProcess(job);
    },
  };
}

function prepare({ content, world, home }: Bench, situation: Situation, cache: string, output: string): void {
  const next = [...toAdvisoryFiles(buildAdvisory(world, world.size))];
  if (situation === 'cold' || situation === 'engine kept') {
    for (const { file } of next) rmSync(join(content, file), { force: true });
    const parts = situation === 'cold' ? [''] : ['content', 'builds', 'search'];
    for (const folder of [output, ...parts.map((part) => join(cache, part))]) setAside(home, folder);
  }
  if (situation === 'edit one') editMiddle(content, world);
  if (situation === 'publish one') writeFiles(content, next);
}

/** Adds a sentence to the prose of an advisory in the middle of the archive. */
function editMiddle(content: string, world: World): void {
  const [original] = toAdvisoryFiles(buildAdvisory(world, Math.floor(world.size / 2)));
  if (original === undefined) return;
  const file = join(content, original.file);
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n追記しました。\n`);
}
