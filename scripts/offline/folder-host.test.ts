import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemOf } from '../host/conformance/stage.ts';
import { describeHost } from '../host/host.conformance.ts';
import { git, newFolder, NOW, openAs, openRoom } from './temporary-folder.ts';

describeHost('a folder of bare repositories', () => {
  const host = openAs(newFolder());
  return Promise.resolve({
    host,
    owner: 'cert',
    others: ['acme-psirt', 'initech'] as const,
    makePublicRepo: host.ensurePublicRepo,
    commentAs: host.commentAs,
    submitFormAs: host.submitFormAs,
    editFormAs: host.editFormAs,
    addReport: host.addReport,
  });
});

describe('what is special about a folder', () => {
  it('signs commits as it is told, and otherwise with whoever acts and the given clock', async () => {
    const folder = newFolder();
    const host = openAs(folder);
    const repo = 'cert/site';
    await host.ensurePublicRepo(repo, new Map());
    const format = '--format=%an <%ae> %aI %cn <%ce> %cI';
    const own = `kairan-bot <kairan-bot@offline.invalid> ${NOW}`;
    expect(git(folder, repo, 'log', format)).toBe(`${own} ${own}`);
    const signature = { name: '調整機関', email: 'a@example.org', at: '2026-11-24T14:00:00Z' };
    const change = {
      expectedHead: await host.findHead(repo, 'main'),
      files: new Map(),
      message: 'x',
      signature,
    };
    await host.commit(repo, 'main', change);
    const told = '調整機関 <a@example.org> 2026-11-24T14:00:00Z';
    expect(git(folder, repo, 'log', '-1', format).replaceAll('+00:00', 'Z')).toBe(`${told} ${told}`);
  });

  it('gives the same commits for the same clock', async () => {
    const heads = await Promise.all(
      [newFolder(), newFolder()].map(async (folder) => {
        const { repo } = await openRoom(folder);
        return git(folder, repo, 'for-each-ref');
      }),
    );
    expect(heads[0]).toBe(heads[1]);
    expect(heads[0]).toContain('refs/kairan/desk');
  });

  it('is whole for git, runs no hook, and shows its desk to no clone', async () => {
    const folder = newFolder();
    const { host, repo } = await openRoom(folder);
    const witness = join(folder, 'hook-ran');
    mkdirSync(join(folder, 'cert/room.git/hooks'));
    for (const hook of ['reference-transaction', 'post-update', 'post-commit'])
      writeFileSync(join(folder, 'cert/room.git/hooks', hook), `#!/bin/sh\ntouch ${witness}\n`, {
        mode: 0o755,
      });
    await host.createComment(repo, 1, 'x');
    expect(existsSync(witness)).toBe(false);
    expect(git(folder, repo, 'fsck', '--strict', '--no-dangling')).toBe('');
    const clone = join(folder, 'clone.git');
    execFileSync('git', ['clone', '--quiet', '--mirror', `file://${join(folder, 'cert/room.git')}`, clone]);
    const refs = execFileSync('git', [`--git-dir=${clone}`, 'for-each-ref', '--format=%(refname)'], {
      encoding: 'utf8',
    });
    expect(refs.trim().split('\n')).toEqual(['refs/heads/draft', 'refs/heads/main']);
  });

  it('keeps private repositories from other accounts of the machine', async () => {
    const folder = newFolder();
    await openRoom(folder);
    expect(statSync(join(folder, 'cert/room.git')).mode & 0o077).toBe(0);
    expect(readdirSync(join(folder, 'cert'))).toEqual(['room.git']);
  });

  it('reads any number of files with two processes', async () => {
    const folder = newFolder();
    const log = join(folder, 'log');
    const counting = join(folder, 'git');
    writeFileSync(counting, `#!/bin/sh\necho run >> ${log}\nexec git "$@"\n`, { mode: 0o755 });
    const host = openAs(folder, 'kairan-bot', { git: counting });
    const files = new Map(Array.from({ length: 300 }, (_, index) => [`ledger/${index}.jsonl`, `${index}\n`]));
    await host.ensurePrivateRepo('cert/hub', files);
    const head = (await host.findHead('cert/hub', 'main')) ?? '';
    writeFileSync(log, '');
    expect(await host.readFiles('cert/hub', head, 'ledger')).toEqual(files);
    expect(readFileSync(log, 'utf8')).toBe('run\nrun\n');
  });

  it('counts a repository that somebody put there as public', async () => {
    const folder = newFolder();
    execFileSync('git', ['init', '--quiet', '--bare', join(folder, 'cert/site.git')]);
    const host = openAs(folder);
    expect(await host.findRepo('cert/site')).toEqual({ isPrivate: false, isArchived: false });
    expect(await host.listBranches('cert/site')).toEqual([]);
    expect(await host.listPublicWords('cert/site')).toEqual([]);
    expect(await problemOf(host.ensurePrivateRepo('cert/site', new Map()))).toBe('refused');
  });

  it('tells nothing in public of a private repository', async () => {
    const { host, repo } = await openRoom(newFolder());
    expect(await host.listPublicWords(repo)).toEqual([]);
  });

  it('refuses to merge what changed on both sides', async () => {
    const { host, repo, head, pull } = await openRoom(newFolder());
    const expectedHead = await host.findHead(repo, 'main');
    const main = await host.commit(repo, 'main', {
      expectedHead,
      files: new Map([['draft.md', '2']]),
      message: 'x',
    });
    expect(await problemOf(host.mergePull(repo, pull, { head, subject: 's' }))).toBe('conflict');
    expect(await host.findHead(repo, 'main')).toBe(main);
    expect((await host.findPull(repo, 'draft'))?.state).toBe('open');
  });

  it('closes the pull request of a branch that is deleted', async () => {
    const { host, repo, head } = await openRoom(newFolder());
    await host.deleteBranch(repo, 'draft');
    expect(await host.findPull(repo, 'draft')).toMatchObject({ state: 'closed', head });
    expect(await problemOf(host.deleteBranch(repo, 'main'))).toBe('refused');
  });

  it('loses nothing that two hosts write at the same time', async () => {
    const folder = newFolder();
    const { repo, pull } = await openRoom(folder);
    const hosts = [openAs(folder, 'alice'), openAs(folder, 'bob')];
    const ids = await Promise.all(
      hosts.flatMap((host) => ['1', '2', '3', '4'].map((body) => host.createComment(repo, pull, body))),
    );
    expect(ids.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const authors = (await openAs(folder).listComments(repo, pull)).map(({ author }) => author);
    expect(authors.toSorted().join(' ')).toBe('alice alice alice alice bob bob bob bob');
  });
});

describe('vendors in a folder', () => {
  it('write, edit and delete comments, whose numbers are never given again', async () => {
    const folder = newFolder();
    const { host, repo, pull } = await openRoom(folder);
    const later = openAs(folder, 'kairan-bot', { now: '2026-11-24T00:00:00Z' });
    const first = await host.commentAs(repo, pull, 'Acme-PSIRT', '/status affected');
    await later.editCommentAs(repo, first, 'mallory', '/status not affected');
    const facts = { repo, id: first, author: 'acme-psirt', isBot: false, body: '/status not affected' };
    const times = { createdAt: NOW, updatedAt: '2026-11-24T00:00:00Z', editedBy: 'mallory' };
    expect(await host.listComments(repo, pull)).toEqual([{ ...facts, ...times }]);
    await host.deleteCommentAs(repo, first, 'acme-psirt');
    expect(await host.listComments(repo, pull)).toEqual([]);
    expect(await host.commentAs(repo, pull, 'helper[bot]', 'x')).toBe(first + 1);
    expect((await host.listComments(repo, pull))[0]?.isBot).toBe(true);
  });

  it('see reactions, each once', async () => {
    const { host, repo, pull } = await openRoom(newFolder());
    const id = await host.commentAs(repo, pull, 'acme-psirt', 'x');
    for (const reaction of ['eyes', 'rocket', 'eyes'] as const) await host.ensureReaction(repo, id, reaction);
    expect(await host.listReactions(repo, id)).toEqual(['eyes', 'rocket']);
  });
});
