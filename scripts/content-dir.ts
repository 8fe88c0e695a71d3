import { statSync } from 'node:fs';
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
