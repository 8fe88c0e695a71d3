import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAlive } from './is-alive.ts';

/** A file that stands in the staging folder. */
export interface Staged {
  /** Path below the output folder. */
  path: string;
  size: number;
  mtimeMs: number;
  /** SHA-256 of the bytes in hex, of files that others tell about. */
  sha256?: string;
}

/** Writes one output into the staging folder and says what came to stand there. */
export function stage(staging: string, path: string, content: string | Uint8Array): Staged {
  const file = join(staging, path);
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const handle = openForWriting(file);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    const { size, mtimeMs } = fstatSync(handle);
    return { path, size, mtimeMs };
  } finally {
    closeSync(handle);
  }
}

/** Most files stand in a folder that others have made already, so it is made only where it is missing. */
function openForWriting(file: string): number {
  try {
    return openSync(file, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(file), { recursive: true });
    return openSync(file, 'wx');
  }
}

/** The staging folder of this process, beside the output folder so that files can be renamed across. */
export function stagingOf(outDir: string): string {
  return `${outDir}.staging-${process.pid}`;
}

/**
 * Removes what builds that were killed left beside the output folder. One that was killed while the folders changed
 * places left no output folder: its previous one is put back.
 */
export function clearAbandoned(outDir: string): void {
  const home = dirname(outDir);
  const left = new RegExp(`^(staging|previous)-(\\d+)$`);
  for (const name of listFolder(home)) {
    if (!name.startsWith(`${basename(outDir)}.`)) continue;
    const [, kind, pid] = left.exec(name.slice(basename(outDir).length + 1)) ?? [];
    if (pid === undefined || isAlive(Number(pid))) continue;
    if (kind === 'previous' && !existsSync(outDir)) renameSync(join(home, name), outDir);
    else rmSync(join(home, name), { recursive: true, force: true });
  }
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
