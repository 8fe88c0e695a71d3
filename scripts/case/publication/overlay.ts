import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadContent } from '#catalog/load-content.ts';
import type { Instant } from '#domain/dates.ts';
import { lintContent } from '#lint/lint-content.ts';
import { formatFindings } from '../../commands/check.ts';
import type { Environment } from '../../environment.ts';

/**
 * A copy of the content with some files added, in a folder that only this account may read and that is gone at the end:
 * what stands there is under embargo.
 */
export async function withOverlay<Result>(
  contentDir: string,
  files: ReadonlyMap<string, string>,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const home = mkdtempSync(join(tmpdir(), 'kairan-'));
  try {
    const folder = join(home, 'content');
    cpSync(contentDir, folder, { recursive: true });
    writeFiles(folder, files);
    return await work(folder);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Writes files below a folder, each with its own folders. */
function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** What the checks of the site say of these files, as a terminal shows it; nothing when they hold no error. */
export async function findRefusals(
  environment: Environment,
  files: ReadonlyMap<string, string>,
  now: Instant,
): Promise<string | undefined> {
  return await withOverlay(environment.contentDir, files, (contentDir) => {
    const content = loadContent(contentDir);
    const findings = lintContent(content, { now }).filter(
      ({ file, severity }) => severity === 'error' && files.has(file),
    );
    const text = formatFindings({ ...environment, contentDir, cwd: contentDir }, findings, content);
    return Promise.resolve(findings.length === 0 ? undefined : text);
  });
}
