import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemOf } from '../host/conformance/stage.ts';
import { HostError } from '../host/host.ts';
import type { FolderHost } from './folder-host.ts';
import { git, newFolder, openAs, openRoom } from './temporary-folder.ts';

/** A program in place of git that says one sentence and fails. */
function brokenGit(sentence: string): string {
  const program = join(newFolder(), 'git');
  writeFileSync(program, `#!/bin/sh\necho '${sentence}' >&2\nexit 128\n`, { mode: 0o755 });
  return program;
}

function withGit(folder: string, program: string): FolderHost {
  return openAs(folder, 'kairan-bot', { git: program });
}

describe('a world that is broken', () => {
  it.each([
    ['a folder that is missing', 'unreachable', (folder: string) => openAs(join(folder, 'nowhere'))],
    ['git that is missing', 'unreachable', (folder: string) => withGit(folder, join(folder, 'no-git'))],
    ['no permission', 'forbidden', (folder: string) => withGit(folder, brokenGit('Permission denied'))],
    ['a disk that is full', 'unavailable', (folder: string) => withGit(folder, brokenGit('No space left'))],
  ] as const)('%s: %s', async (_, problem, open) => {
    const folder = newFolder();
    await openRoom(folder);
    const host = open(folder);
    expect(await problemOf(host.findRepo('cert/room'))).toBe(problem);
    expect(await problemOf(host.createComment('cert/room', 1, 'x'))).toBe(problem);
    expect(await problemOf(host.ensurePrivateRepo('cert/new', new Map()))).toBe(problem);
  });

  it('says what was asked, without the words that it was asked to write', async () => {
    const { host, repo, pull } = await openRoom(newFolder());
    await host.archiveRepo(repo);
    const error = await host.createComment(repo, pull, 'canary').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HostError);
    expect((error as HostError).message).toBe(
      'forbidden: comment on pull request 1 in cert/room, which is archived',
    );
  });

  it('leaves no half of a repository behind when it cannot be made', async () => {
    const folder = newFolder();
    const host = openAs(folder);
    expect(await problemOf(host.ensurePrivateRepo('cert/room', new Map([['../x', '']])))).toBe('refused');
    expect(readdirSync(join(folder, 'cert'))).toEqual([]);
    expect(await host.findRepo('cert/room')).toBeUndefined();
  });

  it('says so when somebody broke a desk', async () => {
    const folder = newFolder();
    const { host, repo } = await openRoom(folder);
    const blob = execFileSync(
      'git',
      [`--git-dir=${join(folder, 'cert/room.git')}`, 'hash-object', '-w', '--stdin'],
      {
        input: '{"number":"x"}',
        encoding: 'utf8',
      },
    ).trim();
    const tree = execFileSync('git', [`--git-dir=${join(folder, 'cert/room.git')}`, 'mktree'], {
      input: `100644 blob ${blob}\trepo.json\n`,
      encoding: 'utf8',
    }).trim();
    const env = ['-c', 'user.name=x', '-c', 'user.email=x@example.org'];
    const commit = git(folder, repo, ...env, 'commit-tree', '-m', 'x', tree);
    git(folder, repo, 'update-ref', 'refs/kairan/desk', commit);
    expect(await problemOf(host.findRepo(repo))).toBe('unavailable');
  });
});
