import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Host } from '#scripts/host/host.ts';
import { openGithub } from '../../tests/builders/a-github.ts';
import type { Github } from '../../tests/builders/a-github.ts';

const HUB = 'cert/hub';

let github: Github;
let alice: Host;
beforeEach(async () => {
  github = await openGithub();
  alice = github.hostOf('alice');
  const from = (await alice.findHead(HUB, 'main')) ?? '';
  await alice.commit(HUB, 'draft', {
    expectedHead: undefined,
    from,
    files: new Map([['a', '1']]),
    message: 'x',
  });
  await alice.openPull(HUB, { branch: 'draft', base: 'main', title: 'Room', body: '', draft: true });
  await alice.ensureReader(HUB, 'acme-psirt');
});
afterEach(async () => {
  const violations = github.violations();
  await github.close();
  expect(violations).toEqual([]);
});

describe('comments', () => {
  it('are listed with author and text, oldest first', async () => {
    const bot = github.hostOf('advisory-bot');
    const sticky = await bot.createComment(HUB, 1, 'The table');
    const answer = await github.commentAs(HUB, 1, 'acme-psirt', '/status affected');
    const comments = await alice.listComments(HUB, 1);
    expect(comments).toMatchObject([
      { repo: HUB, id: sticky, author: 'advisory-bot', isBot: false, body: 'The table' },
      { id: answer, author: 'acme-psirt', body: '/status affected' },
    ]);
    expect(comments.map((comment) => 'editedBy' in comment)).toEqual([false, false]);
  });

  it('tell who edited them last: the author or somebody else', async () => {
    const own = await github.commentAs(HUB, 1, 'acme-psirt', '/status affected');
    const other = await github.commentAs(HUB, 1, 'acme-psirt', '/status unknown');
    await github.editAs(HUB, own, 'acme-psirt', '/status not affected');
    await github.editAs(HUB, other, 'bob', '/status fixed');
    expect(await alice.listComments(HUB, 1)).toMatchObject([
      { id: own, editedBy: 'acme-psirt', body: '/status not affected' },
      { id: other, author: 'acme-psirt', editedBy: 'bob', body: '/status fixed' },
    ]);
  });

  it('are all listed, and all asked for their editors', async () => {
    for (let index = 0; index < 105; index += 1) await github.commentAs(HUB, 1, 'bob', `${index}`);
    const last = await github.commentAs(HUB, 1, 'bob', 'last');
    await github.editAs(HUB, last, 'alice', 'changed');
    const comments = await alice.listComments(HUB, 1);
    expect(comments).toHaveLength(106);
    expect(comments.at(-1)).toMatchObject({ id: last, editedBy: 'alice' });
    expect(comments.filter(({ editedBy }) => editedBy !== undefined)).toHaveLength(1);
  });

  it('are edited by their author and by nobody who may only read', async () => {
    const id = await alice.createComment(HUB, 1, 'The table');
    await alice.updateComment(HUB, id, 'The new table');
    await github.accept('acme-psirt', HUB);
    const vendor = github.hostOf('acme-psirt');
    await expect(vendor.updateComment(HUB, id, 'Lies')).rejects.toMatchObject({ problem: 'forbidden' });
    expect(await alice.listComments(HUB, 1)).toMatchObject([{ body: 'The new table', editedBy: 'alice' }]);
  });

  it('are gone when their author deletes them', async () => {
    const id = await github.commentAs(HUB, 1, 'acme-psirt', '/status affected');
    await github.deleteAs(HUB, id, 'acme-psirt');
    expect(await alice.listComments(HUB, 1)).toEqual([]);
    await expect(alice.updateComment(HUB, id, 'x')).rejects.toMatchObject({ problem: 'missing' });
  });

  it('take a reaction once', async () => {
    const id = await github.commentAs(HUB, 1, 'acme-psirt', '/status affected');
    for (const reaction of ['eyes', 'eyes', 'rocket'] as const) await alice.ensureReaction(HUB, id, reaction);
    expect(github.reactions(HUB, id)).toEqual(['alice eyes', 'alice rocket']);
  });

  it('are missing where the pull request is', async () => {
    await expect(alice.listComments(HUB, 99)).rejects.toMatchObject({ problem: 'missing' });
  });
});

describe('reports of finders', () => {
  beforeEach(() => {
    github.addReport({
      reference: 'GHSA-aaaa-bbbb-cccc',
      summary: 'Overflow',
      product: 'Widget',
      author: 'globex-psirt',
    });
    github.addReport({ reference: 'GHSA-dddd-eeee-ffff' });
    github.addReport({ reference: 'GHSA-0000-0000-0000', state: 'closed' });
  });

  it('are those that wait for triage', async () => {
    const reports = await alice.listReports('cert/site');
    expect(reports.map((report) => 'product' in report)).toEqual([true, false]);
    expect(reports).toEqual([
      {
        reference: 'GHSA-aaaa-bbbb-cccc',
        title: 'Overflow',
        text: 'Words',
        finder: 'globex-psirt',
        product: 'Widget',
        receivedAt: '2026-11-20T00:00:00Z',
      },
      expect.objectContaining({ reference: 'GHSA-dddd-eeee-ffff' }),
    ]);
  });

  it('are answered once', async () => {
    await alice.answerReport('cert/site', 'GHSA-aaaa-bbbb-cccc', 'accepted');
    await alice.answerReport('cert/site', 'GHSA-dddd-eeee-ffff', 'refused');
    expect(await alice.listReports('cert/site')).toEqual([]);
    const sent = github.requests().filter(({ question }) => question.path.includes('/security-advisories/'));
    expect(sent.map(({ question }) => question.body)).toEqual([{ state: 'draft' }, { state: 'closed' }]);
    const again = alice.answerReport('cert/site', 'GHSA-aaaa-bbbb-cccc', 'accepted');
    await expect(again).rejects.toMatchObject({ problem: 'refused' });
  });
});

describe('what the public can read', () => {
  it('is searched in every corner beside the files', async () => {
    const from = (await alice.findHead('cert/site', 'main')) ?? '';
    const change = { expectedHead: undefined, from, files: new Map([['a', '1']]), message: 'canary-commit' };
    await alice.commit('cert/site', 'canary-branch', change);
    const pull = {
      branch: 'canary-branch',
      base: 'main',
      title: 'canary-title',
      body: 'canary-body',
      draft: false,
    };
    await alice.openPull('cert/site', pull);
    await alice.deleteBranch('cert/site', 'canary-branch');
    await alice.commit('cert/site', 'other-branch', { ...change, message: 'canary-other' });
    await github.commentAs('cert/site', 1, 'acme-psirt', 'canary-comment');
    const ask = (path: string, body: object, method = 'POST') =>
      github.ask('alice', method, `/repos/cert/site${path}`, body);
    await ask('/issues', { title: 'canary-issue', body: 'canary-issue-body' });
    await ask('', { description: 'canary-description' }, 'PATCH');
    await ask('/issues/1/labels', { labels: ['canary-label'] });
    await ask('/pulls/1/reviews', { event: 'COMMENT', body: 'canary-review' });
    await ask('/pulls/1/comments', { body: 'canary-line', path: 'a', commit_id: from, subject_type: 'file' });
    await ask('/releases', { tag_name: 'canary-tag', name: 'canary-release', body: 'canary-notes' });
    github.addRun({ repo: 'cert/site', number: 17, name: 'canary-run', title: 'canary-run-title' });
    const before = github.requests().length;

    const words = await alice.listPublicWords('cert/site');

    const text = words.map(({ text: one }) => one).join('\n');
    const found = [...new Set(text.match(/canary-[\w-]+/g))].sort();
    const places =
      'body branch comment commit description issue issue-body label line notes other release review run';
    const expected = `${places} run-title tag title`.split(' ').map((place) => `canary-${place}`);
    expect(found).toEqual(expected);
    expect(words.find(({ text: one }) => one.includes('canary-run'))?.place).toBe('run 17');
    expect(words.find(({ text: one }) => one.includes('canary-comment'))?.place).toBe('comment at 1');
    expect(words.find(({ text: one }) => one.includes('canary-title'))?.place).toBe('pull request 1');
    expect(
      github
        .requests()
        .slice(before)
        .filter(({ question }) => question.method !== 'GET'),
    ).toEqual([]);
  });
});
