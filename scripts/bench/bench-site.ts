import { mkdirSync, rmSync } from 'node:fs';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { buildCatalog } from '#catalog/build-catalog.ts';
import { loadContent } from '#catalog/load-content.ts';
import { buildSiteIndex } from '#site/site-index.ts';
import { buildContent, createWorld, writeFiles } from './content/generate-content.ts';
import { GENERATED_NOW } from './content/generated-advisory.ts';
import { takeCensus } from './measure/census.ts';
import { asideOf } from './measure/set-aside.ts';
import { writeAstroProject } from './peers/to-astro.ts';
import { writeHugoProject } from './peers/to-hugo.ts';
import type { BenchResult } from './report.ts';
import { measureFloor, runRounds } from './run-bench.ts';
import { astroSide } from './side-astro.ts';
import { hugoSide } from './side-hugo.ts';
import type { Side } from './side.ts';
import { oursSide, type Bench } from './side-ours.ts';

/** The other generators of the comparison. */
export const PEERS = ['hugo', 'astro'] as const;
export type Peer = (typeof PEERS)[number];

/** What to measure. */
export interface BenchOptions {
  size: number;
  rounds: number;
  /** Other generators to compare with; each must be installed. */
  peers: readonly Peer[];
  search: boolean;
  /** Builds the machine-readable formats too, beside a build of ours without them. */
  formats: boolean;
  /** Leaves content and outputs where they are. */
  keep: boolean;
}

/**
 * Generates content, builds it with every side in turn and answers what it cost.
 * @param home a folder of this run, below the project so that compiled templates find their packages
 */
export async function benchSite(
  root: string,
  home: string,
  env: Bench['env'],
  options: BenchOptions,
  report: (text: string) => void,
): Promise<BenchResult> {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const world = createWorld(options.size);
  const { size, rounds, search, formats } = options;
  const bench = { root, home, content: join(home, 'content'), world, search, formats, env };
  try {
    const content = writeFiles(bench.content, buildContent(world));
    report(`content: ${content.files} files, ${content.bytes} bytes`);
    const plain = formats ? [oursSide({ ...bench, formats: false }, 'without formats')] : [];
    const sides = [oursSide(bench), ...plain, ...options.peers.map((peer) => openPeer(peer, bench))];
    const runs = await runRounds(sides, rounds, report);
    const found = sides.flatMap(({ name, output }) => {
      const own = runs.get(name);
      return own ? [[name, { runs: own, census: Object.fromEntries(takeCensus(output)) }] as const] : [];
    });
    const floorSeconds = measureFloor(home, sides[0]?.output ?? home);
    const machine = describeMachine();
    return {
      size,
      search,
      formats,
      rounds,
      machine,
      content,
      floorSeconds,
      sides: Object.fromEntries(found),
    };
  } finally {
    rmSync(options.keep ? asideOf(home) : home, { recursive: true, force: true });
  }
}

function openPeer(peer: Peer, bench: Bench): Side {
  if (peer === 'hugo') {
    writeHugo(bench);
    return hugoSide(bench);
  }
  writeAstroProject(bench.root, join(bench.home, 'astro'), bench.world);
  return astroSide(bench);
}

function writeHugo({ root, home, content }: Bench): void {
  const loaded = loadContent(content);
  const catalog = buildCatalog(loaded, new Date(GENERATED_NOW * 1000).toISOString().replace('.000Z', 'Z'));
  writeHugoProject(root, join(home, 'hugo'), buildSiteIndex(catalog), loaded);
}

function describeMachine(): BenchResult['machine'] {
  return {
    processors: cpus().length,
    model: cpus()[0]?.model ?? 'unknown',
    memoryMiB: Math.round(totalmem() / 2 ** 20),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
  };
}
