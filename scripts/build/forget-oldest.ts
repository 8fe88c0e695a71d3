import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAlive } from './is-alive.ts';

/**
 * Notes that a cached folder is in use now and removes from beside it what was not used for longest, and what
 * processes that were killed left unfinished there.
 * @param kept how many folders stay, the current one included
 */
export function forgetOldest(current: string, kept: number): void {
  touch(current);
  const home = dirname(current);
  const others: { path: string; usedAt: number }[] = [];
  for (const name of readdirSync(home)) {
    const path = join(home, name);
    const pid = /\.unfinished-(\d+)$/.exec(name)?.[1];
    const found = statSync(path, { throwIfNoEntry: false });
    if (name === basename(current) || found === undefined) continue;
    if (pid === undefined) others.push({ path, usedAt: found.mtimeMs });
    else if (!isAlive(Number(pid))) rmSync(path, { recursive: true, force: true });
  }
  const byUse = others.toSorted((a, b) => b.usedAt - a.usedAt);
  for (const { path } of byUse.slice(kept - 1)) rmSync(path, { recursive: true, force: true });
}

/** A file that comes and goes gives the folder the moment of the file system. */
function touch(folder: string): void {
  const file = join(folder, `.used-${process.pid}`);
  writeFileSync(file, '');
  rmSync(file);
}
