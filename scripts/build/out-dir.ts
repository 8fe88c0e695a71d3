import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { PlannedFile } from '#site/plan.ts';
import { UsageError } from '../usage-error.ts';

/** What must never be replaced by a site. */
interface Precious {
  root: string;
  contentDir: string;
  cacheDir: string;
}

const MARKER_TEXT = 'This folder is written by Kairan. Everything in it is replaced by the next build.\n';

/** The file by which a later build knows its output folder again. Its bytes are always the same. */
export const MARKER: PlannedFile = {
  kind: 'file',
  address: '/.kairan',
  type: 'text/plain',
  render: () => MARKER_TEXT,
};

/**
 * The folder to build into, with symbolic links resolved as far as it exists: one folder has one name.
 * @throws {UsageError} when the project, its content or its cache stand inside it, or it stands inside the content
 */
export function resolveOutDir(outDir: string, { root, contentDir, cacheDir }: Precious): string {
  const real = resolveReal(outDir);
  const content = resolveReal(contentDir);
  const around = [root, cacheDir].map(resolveReal).some((folder) => isInside(folder, real));
  if (around || isInside(content, real) || isInside(real, content)) throw new UsageError('out-dir', outDir);
  return real;
}

/**
 * Refuses a folder that holds something else than a site of ours.
 * @param outDir resolved
 * @param known asked when the folder carries no marker: whether it still holds what an earlier build remembers
 * @throws {UsageError}
 */
export function requireOwnOutput(outDir: string, known: () => boolean): void {
  const found = lstatSync(outDir, { throwIfNoEntry: false });
  if (found === undefined) return;
  const isOurs =
    found.isDirectory() && (readdirSync(outDir).length === 0 || carriesMarker(outDir) || known());
  if (!isOurs) throw new UsageError('out-dir', outDir);
}

function carriesMarker(outDir: string): boolean {
  const file = join(outDir, MARKER.address.slice(1));
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) return false;
  return readFileSync(file, 'utf8') === MARKER_TEXT;
}

/** The real path of what exists, with the names that do not exist yet behind it. */
function resolveReal(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const parent = dirname(path);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || parent === path) throw error;
    return join(resolveReal(parent), basename(path));
  }
}

function isInside(folder: string, around: string): boolean {
  const path = relative(around, folder);
  return path === '' || !/^\.\.(?:[\\/]|$)/.test(path);
}
