import { hash } from 'node:crypto';
import { realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { LoadOptions } from '#catalog/load-content.ts';
import type { Environment } from './environment.ts';
import { UsageError } from './usage-error.ts';

/**
 * Refuses to go on without a content directory.
 * @throws {UsageError} when there is no folder at that path
 */
export function requireContentDir(contentDir: string): void {
  if (!isFolder(contentDir)) throw new UsageError('content-dir', contentDir);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The folder of the cache in which the parsed files of this content directory alone are remembered. */
export function parsedContentDir(cacheDir: string, contentDir: string): string {
  return join(cacheDir, 'content', hash('sha256', realpathSync(contentDir)).slice(0, 16));
}

/** The folder of the cache in which it is remembered what rules found in files of this content directory alone. */
export function checkedContentDir(cacheDir: string, contentDir: string): string {
  return join(cacheDir, 'findings', basename(parsedContentDir(cacheDir, contentDir)));
}

/**
 * How the content of an environment is read: with its cache, and with its private folder where it has one.
 * @throws {UsageError} when that folder does not exist; the list would be empty otherwise
 */
export function loadOptionsOf({
  cacheDir,
  contentDir,
  unreachableDir,
}: Pick<Environment, 'cacheDir' | 'contentDir' | 'unreachableDir'>): LoadOptions {
  if (unreachableDir !== undefined && !isFolder(unreachableDir))
    throw new UsageError('unreachable-dir', unreachableDir);
  return {
    cacheDir: parsedContentDir(cacheDir, contentDir),
    ...(unreachableDir !== undefined && { unreachableDir }),
  };
}
