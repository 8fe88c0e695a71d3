import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Host, NewPull } from '#scripts/host/host.ts';
import { GITHUB_NOW, openGithub } from '../../tests/builders/a-github.ts';
import type { Github } from '../../tests/builders/a-github.ts';
import { record } from '../../tests/github/exchange.ts';

const HUB = 'cert/hub';
const DRAFT: NewPull = { branch: 'draft', base: 'main', title: 'Room', body: 'Words', draft: true };

let github: Github;
let alice: Host;
let first: string;
beforeEach(async () => {
  github = await openGithub();
  alice = github.hostOf('alice');
  first = (await alice.findHead(HUB, 'main')) ?? '';
});
afterEach(async () => {
  const violations = github.violations();
  await github.close();
  expect(violations).toEqual([]);
});

function write(
  branch: string,
  files: Record<string, string | undefined>,
  expectedHead?: string,
  message = 'Words',
) {
  const change = { expectedHead, from: first, files: new Map(Object.entries(files)), message };
  return alice.commit(HUB, branch, change);
}

describe('a commit', () => {
  it('adds, changes and removes files and leaves the others', async () => {
    const head = await write('main', { 'a/b.md': 'あ', 'c.md': 'c' }, first);
    const next = await write('main', { 'a/b.md': undefined, 'c.md': 'C', 'never-there.md': undefined }, head);
    const files = await alice.readFiles(HUB, next, '');
    expect([...files.keys()].sort()).toEqual(['README.md', 'c.md']);
    expect(files.get('c.md')).toBe('C');
    expect(await alice.readFiles(HUB, head, 'a')).toEqual(new Map([['a/b.md', 'あ']]));
    expect(await alice.findHead(HUB, 'main')).toBe(next);
  });

  it('reads only what lies below a prefix', async () => {
    const head = await write('main', { 'ledger/x.jsonl': '1', 'ledger.md': '2', 'ledger/y/z': '3' }, first);
    expect([...(await alice.readFiles(HUB, head, 'ledger')).keys()]).toEqual([
      'ledger/x.jsonl',
      'ledger/y/z',
    ]);
    expect([...(await alice.readFiles(HUB, head, 'ledger/')).keys()]).toEqual([
      'ledger/x.jsonl',
      'ledger/y/z',
    ]);
    expect([...(await alice.readFiles(HUB, head, 'ledger.md')).keys()]).toEqual(['ledger.md']);
  });

  it('makes a branch from a commit, or with no history', async () => {
    await write('draft', { 'a.md': 'a' });
    expect(await alice.readLog(HUB, 'draft', 10)).toMatchObject([{ message: 'Words' }, { sha: first }]);
    const files = new Map([['only.md', 'only']]);
    const alone = await alice.commit(HUB, 'alone', { expectedHead: undefined, files, message: 'Alone' });
    expect(await alice.readFiles(HUB, alone, '')).toEqual(files);
    expect(await alice.readLog(HUB, 'alone', 10)).toEqual([{ sha: alone, message: 'Alone' }]);
    expect((await alice.listBranches(HUB)).sort()).toEqual(['alone', 'draft', 'main']);
  });

  it('carries the given name and moment', async () => {
    const signature = { name: 'Bot', email: 'bot@example.org', at: GITHUB_NOW };
    const files = new Map([['a.md', 'a']]);
    const sha = await alice.commit(HUB, 'main', { expectedHead: first, files, message: 'Signed', signature });
    const { body } = await github.ask('alice', 'GET', `/repos/${HUB}/git/commits/${sha}`);
    const who = { name: 'Bot', email: 'bot@example.org', date: GITHUB_NOW };
    expect(body).toMatchObject({ message: 'Signed', author: who, committer: who });
  });

  it('is a conflict where the branch moved on, and where it exists already', async () => {
    await write('main', { a: '1' }, first);
    await expect(write('main', { a: '2' }, first)).rejects.toMatchObject({ problem: 'conflict' });
    await write('draft', { a: '1' });
    await expect(write('draft', { a: '2' })).rejects.toMatchObject({ problem: 'conflict' });
  });

  it('wins once where two are made at the same moment', async () => {
    const bob = github.hostOf('bob');
    const change = (text: string) => ({ expectedHead: first, files: new Map([['a', text]]), message: text });
    const both = await Promise.allSettled([
      alice.commit(HUB, 'main', change('1')),
      bob.commit(HUB, 'main', change('2')),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { problem: 'conflict' },
    });
    expect(await alice.readLog(HUB, 'main', 10)).toHaveLength(2);
  });

  it('is read newest first, as many as asked for', async () => {
    let head = first;
    for (let index = 1; index <= 3; index += 1)
      head = await write('main', { a: `${index}` }, head, `Step ${index}\n\nWhy.`);
    expect((await alice.readLog(HUB, 'main', 2)).map(({ message }) => message)).toEqual([
      'Step 3\n\nWhy.',
      'Step 2\n\nWhy.',
    ]);
  });

  it('goes with its branch', async () => {
    await write('draft', { a: '1' });
    await alice.deleteBranch(HUB, 'draft');
    expect(await alice.findHead(HUB, 'draft')).toBeUndefined();
    await expect(alice.deleteBranch(HUB, 'draft')).rejects.toMatchObject({ problem: 'missing' });
  });
});

describe('a pull request', () => {
  it('is opened as a draft and found by its branch', async () => {
    expect(await alice.findPull(HUB, 'draft')).toBeUndefined();
    const head = await write('draft', { a: '1' });
    const opened = await alice.openPull(HUB, DRAFT);
    expect(opened).toEqual({ number: 1, state: 'open', isDraft: true, head, title: 'Room', body: 'Words' });
    expect(await alice.findPull(HUB, 'draft')).toEqual(opened);
    expect(alice.pullAddress(HUB, 1)).toBe('https://github.com/cert/hub/pull/1');
    const next = await write('draft', { a: '2' }, head);
    expect((await alice.findPull(HUB, 'draft'))?.head).toBe(next);
  });

  it('is refused twice for one branch, and where nothing differs', async () => {
    await write('draft', { a: '1' });
    await alice.openPull(HUB, DRAFT);
    await expect(alice.openPull(HUB, DRAFT)).rejects.toMatchObject({ problem: 'refused' });
    await expect(alice.openPull(HUB, { ...DRAFT, branch: 'none' })).rejects.toMatchObject({
      problem: 'refused',
    });
  });

  it('is squashed without any word but the subject, on top of what happened in between', async () => {
    const draft = await write('draft', { a: '1' }, undefined, 'Words of the draft');
    await alice.openPull(HUB, DRAFT);
    const head = await write('draft', { a: '2' }, draft, 'More words of the draft');
    await write('main', { 'other.md': 'o' }, first);
    const merged = await alice.mergePull(HUB, 1, { head, subject: 'Publish' });
    expect(await alice.findPull(HUB, 'draft')).toMatchObject({
      state: 'merged',
      isDraft: false,
      head,
      merged,
    });
    expect(await alice.findHead(HUB, 'main')).toBe(merged);
    expect([...(await alice.readFiles(HUB, merged, '')).keys()].sort()).toEqual([
      'README.md',
      'a',
      'other.md',
    ]);
    expect((await alice.readLog(HUB, 'main', 1))[0]?.message).toBe('Publish');
    const merges = github.requests().filter(({ question }) => question.path.endsWith('/merge'));
    expect(merges[0]?.question.body).toMatchObject({ merge_method: 'squash', commit_message: '', sha: head });
  });

  it('is not made ready when its head is not the expected one', async () => {
    await write('draft', { a: '1' });
    await alice.openPull(HUB, DRAFT);
    await expect(alice.mergePull(HUB, 1, { head: first, subject: 'x' })).rejects.toMatchObject({
      problem: 'conflict',
    });
    expect((await alice.findPull(HUB, 'draft'))?.isDraft).toBe(true);
  });

  it('is not merged over another change of the same file, nor twice', async () => {
    const head = await write('draft', { a: '1' });
    await alice.openPull(HUB, DRAFT);
    await write('main', { a: 'other' }, first);
    const merge = { head, subject: 'x' };
    await expect(alice.mergePull(HUB, 1, merge)).rejects.toMatchObject({ problem: 'refused' });
    await alice.closePull(HUB, 1);
    await expect(alice.mergePull(HUB, 1, merge)).rejects.toMatchObject({ problem: 'refused' });
    expect(await alice.findPull(HUB, 'draft')).toMatchObject({ state: 'closed', head });
  });

  it('is closed with its branch', async () => {
    const head = await write('draft', { a: '1' });
    await alice.openPull(HUB, DRAFT);
    await alice.deleteBranch(HUB, 'draft');
    expect(await alice.findPull(HUB, 'draft')).toMatchObject({ state: 'closed', head });
  });
});

describe('where drafts are not offered', () => {
  it('an ordinary pull request with a label takes their place, until it is merged', async () => {
    const plain = await openGithub({ offersDrafts: false });
    const host = plain.hostOf('alice');
    const from = (await host.findHead(HUB, 'main')) ?? '';
    const files = new Map([['a', '1']]);
    const head = await host.commit(HUB, 'draft', { expectedHead: undefined, from, files, message: 'x' });
    expect(await host.openPull(HUB, DRAFT)).toMatchObject({ number: 1, isDraft: true });
    expect(await host.findPull(HUB, 'draft')).toMatchObject({ isDraft: true });
    const { body } = await plain.ask('alice', 'GET', `/repos/${HUB}/pulls/1`);
    expect(record(body)).toMatchObject({ draft: false, labels: [{ name: 'stage/draft' }] });
    await host.mergePull(HUB, 1, { head, subject: 'Publish' });
    expect(await host.findPull(HUB, 'draft')).toMatchObject({ state: 'merged', isDraft: false });
    const violations = plain.violations();
    await plain.close();
    expect(violations).toEqual([]);
  });
});
