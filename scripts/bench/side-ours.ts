import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from './archive.ts';
import { runProcess } from './measure/run-process.ts';
import { setAside } from './measure/set-aside.ts';
import { SITUATIONS, type Side, type Situation } from './side.ts';

/** What every side needs to know about the run. */
export interface Bench {
  /** The project's folder. */
  root: string;
  /** The folder in which everything of this run stands. */
  home: string;
  env: Readonly<Record<string, string | undefined>>;
}

/** Kairan with what is chosen for one side. */
export interface OurChoices {
  /** Tells sides with other choices apart. */
  name: string;
  search: boolean;
  /** The machine-readable formats, which other generators do not make. */
  formats: boolean;
  situations?: readonly Situation[];
}

/** What an earlier build left in the cache: everything, or everything but compiled templates. */
function rememberedIn(cache: string, situation: 'cold' | 'engine kept'): string[] {
  if (situation === 'cold' || !existsSync(cache)) return [cache];
  return readdirSync(cache)
    .filter((name) => name !== 'compiled')
    .map((name) => join(cache, name));
}

/** Kairan itself, through the same command that `npm run build` runs. */
export function oursSide({ root, home, env }: Bench, archive: Archive, choices: OurChoices): Side {
  const { name, search, formats, situations = SITUATIONS } = choices;
  const folder = name.replaceAll(' ', '-');
  const [cache, output] = [join(home, `${folder}-cache`), join(home, `${folder}-dist`)];
  const flags = [...(search ? [] : ['--no-search']), ...(formats ? [] : ['--no-formats'])];
  const job = {
    command: process.execPath,
    args: [join(root, 'scripts', 'bench', 'build-ours.ts'), cache, ...flags],
    cwd: root,
    env: { ...env, CONTENT_DIR: archive.content, OUT_DIR: output, SOURCE_DATE_EPOCH: String(archive.now) },
  };
  return {
    name,
    output,
    situations: situations.filter((each) => each !== 'publish one' || archive.publish),
    build: async (situation) => {
      if (situation === 'cold' || situation === 'engine kept') {
        archive.undo();
        for (const each of [output, ...rememberedIn(cache, situation)]) setAside(home, each);
      }
      if (situation === 'edit one') archive.edit();
      if (situation === 'publish one') archive.publish?.();
      return runProcess(job);
    },
  };
}
