import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { UsageError } from '../usage-error.ts';

/** What must never be replaced by a site. */
interface Precious {
  root: string;
  contentDir: string;
  cacheDir: string;
}

/**
 * The folder to build into, with symbolic links resolved.
 * @param known whether an earlier build of ours left a memory of this folder
 * @throws {UsageError} when building would overwrite something that is no site: the folder holds foreign files, or
 * the project, its content or its cache stand inside it
 */
export function resolveOutDir(
  outDir: string,
  { root, contentDir, cacheDir }: Precious,
  known: boolean,
): string {
  if (!existsSync(outDir)) return refuseAround(outDir, [root, contentDir, cacheDir]);
  const real = refuseAround(realpathSync(outDir), [root, contentDir, cacheDir]);
  const isSite = known || existsSync(join(real, '404.html')) || readdirSync(real).length === 0;
  if (!isSite) throw new UsageError('out-dir', outDir);
  return real;
}

function refuseAround(outDir: string, precious: readonly string[]): string {
  for (const folder of precious) {
    if (isInside(folder, outDir)) throw new UsageError('out-dir', outDir);
  }
  return outDir;
}

function isInside(folder: string, around: string): boolean {
  const path = relative(around, folder);
  return path === '' || !/^\.\.(?:[\\/]|$)/.test(path);
}
