import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { eleventyProgram } from '../peers/install-eleventy.ts';
import type { PeerName } from '../peers/open-peers.ts';

/** Where something was measured, and with which programs: name and value. */
export type Description = Readonly<Record<string, string | number>>;

export function describeMachine(): Description {
  return {
    processors: cpus().length,
    model: cpus()[0]?.model ?? 'unknown',
    memoryMiB: Math.round(totalmem() / 2 ** 20),
    system: `${platform()} ${release()} ${arch()}`,
  };
}

/** The versions of everything that takes part. */
export function describeVersions(root: string, peers: readonly PeerName[]): Description {
  const packaged = (...path: string[]) => readVersion(join(root, 'node_modules', ...path, 'package.json'));
  return {
    node: process.version,
    astro: packaged('astro'),
    pagefind: packaged('pagefind'),
    ...(peers.includes('hugo') && { hugo: hugoVersion() ?? 'missing' }),
    ...(peers.includes('eleventy') && {
      eleventy: readVersion(join(eleventyProgram(root), '..', 'package.json')),
    }),
  };
}

/** The version of the Hugo on the path; `undefined` when there is none. */
export function hugoVersion(): string | undefined {
  try {
    const said = execFileSync('hugo', ['version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return /v\d\S*/.exec(said)?.[0] ?? said.trim();
  } catch {
    return undefined;
  }
}

function readVersion(file: string): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
