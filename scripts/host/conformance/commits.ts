import { expect, it } from 'vitest';
import { type At, FILES, openPull, openRoom, problemOf, requireHead, write } from './stage.ts';

export function describeFiles(at: At): void {
  it('reads a folder or one file, and never what only begins alike', async () => {
    const { host, repo } = await openRoom(at());
    const head = await requireHead(host, repo);
    expect([...(await host.readFiles(repo, head, 'a')).keys()].toSorted()).toEqual([
      'a/b/two.txt',
      'a/one.txt',
    ]);
    expect(await host.readFiles(repo, head, 'a/b/')).toEqual(new Map([['a/b/two.txt', '2\n']]));
    expect(await host.readFiles(repo, head, 'README.md')).toEqual(new Map([['README.md', '# 調整室\n']]));
    expect(await host.readFiles(repo, head, 'nothing')).toEqual(new Map());
  });

  it('reads an older commit as it was', async () => {
    const { host, repo } = await openRoom(at());
    const before = await requireHead(host, repo);
    await write(host, repo, 'main', new Map([['README.md', 'new']]));
    expect((await host.readFiles(repo, before, 'README.md')).get('README.md')).toBe('# 調整室\n');
    expect(await problemOf(host.readFiles(repo, 'f'.repeat(40), ''))).toBe('missing');
  });

  it('tells two commits apart by what stands at each path', async () => {
    const { host, repo } = await openRoom(at());
    const before = await host.listTree(repo, await requireHead(host, repo));
    const files = new Map([
      ['README.md', 'new'],
      ['a/one.txt', undefined],
    ]);
    const after = await host.listTree(repo, await write(host, repo, 'main', files));
    expect([...before.keys()].toSorted()).toEqual(['README.md', 'a/b/two.txt', 'a/one.txt', 'ab.txt']);
    expect([...after.keys()].toSorted()).toEqual(['README.md', 'a/b/two.txt', 'ab.txt']);
    expect(after.get('README.md')).not.toBe(before.get('README.md'));
    expect(after.get('a/b/two.txt')).toBe(before.get('a/b/two.txt'));
    expect(await problemOf(host.listTree(repo, 'f'.repeat(40)))).toBe('missing');
  });
}

export function describeCommits(at: At): void {
  it('writes, replaces and removes files in one commit', async () => {
    const { host, repo } = await openRoom(at());
    const files = new Map([
      ['new/三.txt', '三\r\n'],
      ['README.md', ''],
      ['a/one.txt', undefined],
      ['gone', undefined],
    ]);
    const head = await write(host, repo, 'main', files, 'subject\n\nbody');
    expect(await host.findHead(repo, 'main')).toBe(head);
    const expected = [
      ['README.md', ''],
      ['a/b/two.txt', '2\n'],
      ['ab.txt', 'beside a\n'],
      ['new/三.txt', '三\r\n'],
    ];
    expect(await host.readFiles(repo, head, '')).toEqual(new Map(expected as [string, string][]));
    expect((await host.readLog(repo, 'main', 1)).map(({ sha, message }) => [sha, message.trimEnd()])).toEqual(
      [[head, 'subject\n\nbody']],
    );
  });

  it('reads the log from the newest commit backwards, no further than asked', async () => {
    const { host, repo } = await openRoom(at());
    for (const message of ['one', 'two', 'three'])
      await write(host, repo, 'main', new Map([['n', message]]), message);
    const log = await host.readLog(repo, 'main', 2);
    expect(log.map(({ message }) => message.trimEnd())).toEqual(['three', 'two']);
  });

  it('makes a branch from a commit, or one without a history', async () => {
    const { host, repo } = await openRoom(at());
    const from = await requireHead(host, repo);
    const draft = { expectedHead: undefined, files: new Map([['d', 'd']]), message: 'draft' };
    const one = await host.commit(repo, 'draft/one', { ...draft, from });
    const two = await host.commit(repo, 'draft/two', draft);
    expect((await host.listBranches(repo)).toSorted()).toEqual(['draft/one', 'draft/two', 'main']);
    expect((await host.readFiles(repo, one, '')).size).toBe(FILES.size + 1);
    expect((await host.readFiles(repo, two, '')).size).toBe(1);
    expect(await problemOf(host.commit(repo, 'draft/one', { ...draft, from }))).toBe('conflict');
  });

  it('deletes a branch', async () => {
    const { host, repo } = await openRoom(at());
    const from = await requireHead(host, repo);
    const draft = { expectedHead: undefined, from, files: new Map([['d', 'd']]), message: 'draft' };
    await host.commit(repo, 'draft/one', draft);
    await host.deleteBranch(repo, 'draft/one');
    expect(await host.listBranches(repo)).toEqual(['main']);
    expect(await host.findHead(repo, 'draft/one')).toBeUndefined();
    expect(await problemOf(host.deleteBranch(repo, 'draft/one'))).toBe('missing');
  });
}

export function describeRaces(at: At): void {
  it('refuses a second commit on the same head', async () => {
    const { host, repo } = await openRoom(at());
    const expectedHead = await requireHead(host, repo);
    const first = await host.commit(repo, 'main', {
      expectedHead,
      files: new Map([['x', '1']]),
      message: 'first',
    });
    const late = host.commit(repo, 'main', { expectedHead, files: new Map([['y', '2']]), message: 'second' });
    expect(await problemOf(late)).toBe('conflict');
    expect(await host.findHead(repo, 'main')).toBe(first);
  });

  it('lets one of many commits at the same time through', async () => {
    const { host, repo } = await openRoom(at());
    const expectedHead = await requireHead(host, repo);
    const tries = ['1', '2', '3', '4', '5'].map((text) =>
      problemOf(host.commit(repo, 'main', { expectedHead, files: new Map([['x', text]]), message: text })),
    );
    const problems = await Promise.all(tries);
    expect(problems.toSorted()).toEqual(['conflict', 'conflict', 'conflict', 'conflict', 'none']);
    expect(await host.readLog(repo, 'main', 9)).toHaveLength(2);
  });

  it('loses no comment that comes at the same time as others', async () => {
    const { host, repo, pull } = await openPull(at());
    const bodies = ['1', '2', '3', '4', '5', '6'];
    const ids = await Promise.all(bodies.map((body) => host.createComment(repo, pull.number, body)));
    expect(new Set(ids).size).toBe(bodies.length);
    const found = (await host.listComments(repo, pull.number)).map(({ body }) => body);
    expect(found.toSorted()).toEqual(bodies);
  });
}
