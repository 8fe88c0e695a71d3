import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type FolderHost, openFolderHost } from './folder-host.ts';

/** The moment of all that tests do in a folder, unless they say another. */
export const NOW = '2026-11-23T10:00:00+09:00';

const made: string[] = [];

/** A new empty folder, which goes when the tests of the file have ended. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kairan-folder-'));
  made.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** The host over a folder, as one account sees it. */
export function openAs(
  folder: string,
  actor = 'kairan-bot',
  parts: { git?: string; now?: string } = {},
): FolderHost {
  const { git, now = NOW } = parts;
  return openFolderHost({ folder, actor, now: () => now, ...(git !== undefined && { git }) });
}

/** What git itself says of a repository. */
export function git(folder: string, repo: string, ...args: string[]): string {
  return execFileSync('git', [`--git-dir=${join(folder, `${repo}.git`)}`, ...args], {
    encoding: 'utf8',
  }).trim();
}

/** A private room with a draft pull request. */
export async function openRoom(
  folder: string,
): Promise<{ host: FolderHost; repo: string; head: string; pull: number }> {
  const host = openAs(folder);
  const repo = 'cert/room';
  await host.ensurePrivateRepo(repo, new Map([['a.txt', 'a\n']]));
  const from = await host.findHead(repo, 'main');
  const files = new Map([['draft.md', '1']]);
  await host.commit(repo, 'draft', {
    expectedHead: undefined,
    ...(from && { from }),
    files,
    message: 'draft',
  });
  const asked = { branch: 'draft', base: 'main', title: 't', body: 'b', draft: true };
  const { number: pull, head } = await host.openPull(repo, asked);
  return { host, repo, head, pull };
}
