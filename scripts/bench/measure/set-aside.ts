import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/** Where outputs of earlier builds wait for the end of a run. */
export function asideOf(home: string): string {
  return join(home, 'aside');
}

/**
 * Takes a folder out of the way of the next build without removing it: for minutes after many files were removed, ext4
 * is slow to create new ones (it does not use an inode again that was freed just now), and the next build would pay.
 */
export function setAside(home: string, folder: string): void {
  if (!existsSync(folder)) return;
  const aside = asideOf(home);
  mkdirSync(aside, { recursive: true });
  renameSync(folder, join(aside, String(readdirSync(aside).length)));
}
