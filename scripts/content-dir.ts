import { hash } from 'node:crypto';
import { realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './usage-error.ts';

/**
 * Refuses to go on without a content directory.
 * @throws {UsageError} when there is no folder at that path
 */
export function requireContentDir(contentDir: string): void {
  if (statSync(contentDir, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError('content-dir', contentDir);
  }
}

/** The folder of the cache in which the parsed files of this content directory alone are remembered. */
export function parsedContentDir(cacheDir: string, contentDir: string): string {
  return join(cacheDir, 'content', hash('sha256', realpathSync(contentDir)).slice(0, 16));
}
