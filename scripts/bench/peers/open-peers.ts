import { join } from 'node:path';
import { buildCatalog } from '#catalog/build-catalog.ts';
import { loadContent } from '#catalog/load-content.ts';
import { buildSiteIndex } from '#site/site-index.ts';
import { clock } from '../../environment.ts';
import type { World } from '../content/generated-advisory.ts';
import { peerSide } from '../side-peer.ts';
import type { Side } from '../side.ts';
import type { Bench } from '../side-ours.ts';
import { eleventyProgram } from './install-eleventy.ts';
import { writeAstroProject } from './to-astro.ts';
import { writeEleventyProject } from './to-eleventy.ts';
import { writeHugoProject } from './to-hugo.ts';

/** The other generators of the comparison. */
export const PEERS = ['hugo', 'eleventy', 'astro'] as const;
export type PeerName = (typeof PEERS)[number];

/** What other generators are given. */
export interface PeerSource {
  /** The content directory. */
  content: string;
  /** From which the content was made. */
  world: World;
  /** The build's “now”, in seconds since 1970. */
  now: number;
}

/** Writes the projects of other generators below the run's folder, and opens a side for each. */
export function openPeers(names: readonly PeerName[], bench: Bench, source: PeerSource): Side[] {
  const { root, home } = bench;
  const now = clock(String(source.now))();
  if (names.includes('astro')) writeAstroProject(root, join(home, 'astro'), source.world);
  const writers = { hugo: writeHugoProject, eleventy: writeEleventyProject };
  const converted = (['hugo', 'eleventy'] as const).filter((name) => names.includes(name));
  if (converted.length > 0) {
    const loaded = loadContent(source.content);
    const index = buildSiteIndex(buildCatalog(loaded, now));
    for (const name of converted) writers[name](root, join(home, name), index, loaded);
  }
  const open = { hugo: openHugo, eleventy: openEleventy, astro: openAstro };
  return names.map((name) => open[name](bench, now));
}

function openHugo({ home, env }: Bench): Side {
  const folder = join(home, 'hugo');
  const cache = join(home, 'hugo-cache');
  return peerSide(home, {
    name: 'hugo',
    output: join(folder, 'public'),
    remembered: [cache],
    pages: join(folder, 'content', 'ja', 'jp', '2025'),
    job: { command: 'hugo', args: ['--quiet'], cwd: folder, env: { ...env, HUGO_CACHEDIR: cache } },
  });
}

function openEleventy({ root, home, env }: Bench): Side {
  const folder = join(home, 'eleventy');
  return peerSide(home, {
    name: 'eleventy',
    output: join(folder, 'dist'),
    remembered: [],
    pages: join(folder, 'content', 'ja', 'jp', '2025'),
    job: {
      command: process.execPath,
      args: [eleventyProgram(root), '--config=eleventy.config.js', '--quiet'],
      cwd: folder,
      env,
    },
  });
}

/**
 * Astro as its documentation teaches it: content collections and static paths. From the second build on it has its own
 * data store; every page is rendered anew each time.
 */
function openAstro({ root, home, env }: Bench, now: string): Side {
  const folder = join(home, 'astro');
  return peerSide(home, {
    name: 'astro',
    output: join(folder, 'dist'),
    remembered: ['.astro', join('node_modules', '.astro')].map((path) => join(folder, path)),
    pages: join(folder, 'content', 'advisories', '2025'),
    job: {
      command: process.execPath,
      args: [join(root, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build', '--silent'],
      cwd: folder,
      env: {
        ...env,
        ASTRO_TELEMETRY_DISABLED: '1',
        BENCH_ROOT: root,
        BENCH_CONTENT: join(folder, 'content'),
        BENCH_NOW: now,
      },
    },
  });
}
