import { hash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { listFiles } from '#scripts/build/list-files.ts';

/** An empty folder for all tests of a file; to be called beside them, not in them. It is removed after the last one. */
export function sharedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kairan-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** An empty folder that disappears with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kairan-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Every file of a folder with the digest of its bytes: equal trees give equal values. */
export function treeOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map((path) => [path, hash('sha256', readFileSync(join(folder, path)))]),
  );
}
