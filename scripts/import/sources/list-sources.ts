import { lstatSync, readdirSync, realpathSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '#domain/compare-text.ts';
import type { Refusal } from '../format.ts';

/** A file that may be read, or one that cannot be and why. */
export interface Listed {
  /** As a person would type it. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly refusal?: Refusal;
}

/**
 * All files below the given paths, in the order of their names. A link that was named itself is followed; links that
 * stand in a folder are not, because they may lead anywhere, or in a circle.
 * @param cwd the folder to which paths relate
 */
export function listSources(paths: readonly string[], cwd: string): Listed[] {
  return paths.flatMap((path) => listNamed(path, join(cwd, path), path.startsWith('/') ? path : undefined));
}

function listNamed(path: string, below: string, absolute = below): Listed[] {
  try {
    return listBelow(path.replace(/(?<=.)\/+$/, ''), realpathSync(absolute));
  } catch (error) {
    return [cannotRead(path, error)];
  }
}

function listBelow(path: string, real: string): Listed[] {
  try {
    return listEntry(path, real, lstatSync(real));
  } catch (error) {
    return [cannotRead(path, error)];
  }
}

function listEntry(path: string, real: string, stats: Stats): Listed[] {
  if (stats.isFile()) return [{ path, size: stats.size }];
  if (!stats.isDirectory()) return [{ path, size: 0, refusal: { why: 'link' } }];
  return readdirSync(real)
    .filter((name) => !IGNORED.has(name))
    .toSorted(compareText)
    .flatMap((name) => listBelow(`${path}/${name}`, join(real, name)));
}

/** What version control and file managers leave in every folder. */
const IGNORED: ReadonlySet<string> = new Set(['.git', '.DS_Store', 'Thumbs.db']);

function cannotRead(path: string, error: unknown): Listed {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return { path, size: 0, refusal: { why: 'access', what: code } };
}
