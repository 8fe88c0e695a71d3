import { expect, it } from 'vitest';
import { type At, NEW_PULL, openPull, openRoom, problemOf, requireHead, write } from './stage.ts';

export function describePulls(at: At): void {
  it('opens a draft and finds it by its branch', async () => {
    const { host, repo, pull } = await openPull(at());
    expect(pull).toMatchObject({ state: 'open', isDraft: true, title: 'Draft', body: 'About 回覧' });
    expect(pull.head).toBe(await host.findHead(repo, 'draft'));
    expect(await host.findPull(repo, 'draft')).toEqual(pull);
    expect(await host.findPull(repo, 'main')).toBeUndefined();
    expect(host.pullAddress(repo, pull.number)).toContain(String(pull.number));
  });

  it('follows the branch while it is open', async () => {
    const { host, repo } = await openPull(at());
    const head = await write(host, repo, 'draft', new Map([['draft.md', '2']]));
    expect((await host.findPull(repo, 'draft'))?.head).toBe(head);
  });

  it('closes, also what is closed, and gives the newest of a branch', async () => {
    const { host, repo, pull } = await openPull(at());
    await host.closePull(repo, pull.number);
    await host.closePull(repo, pull.number);
    expect(await host.findPull(repo, 'draft')).toEqual({ ...pull, state: 'closed' });
    const next = await host.openPull(repo, { ...NEW_PULL, title: 'Next' });
    expect(next.number).toBeGreaterThan(pull.number);
    expect((await host.findPull(repo, 'draft'))?.title).toBe('Next');
  });

  it('refuses one from a branch that is missing', async () => {
    const { host, repo } = await openRoom(at());
    expect(await problemOf(host.openPull(repo, { ...NEW_PULL, branch: 'nothing' }))).toBe('refused');
  });
}

export function describeMerging(at: At): void {
  it('squashes what the branch changes into one commit of the base', async () => {
    const { host, repo, pull } = await openPull(at(), { draft: false });
    await write(host, repo, 'draft', new Map([['draft.md', '2']]));
    const head = await write(host, repo, 'draft', new Map([['a/one.txt', undefined]]));
    await write(host, repo, 'main', new Map([['meanwhile.txt', 'x']]));
    const merged = await host.mergePull(repo, pull.number, { head, subject: 'Publish' });
    expect(await host.findHead(repo, 'main')).toBe(merged);
    const log = await host.readLog(repo, 'main', 9);
    expect(log.map(({ message }) => message.trimEnd())[0]).toBe('Publish');
    expect(log).toHaveLength(3);
    const files = await host.readFiles(repo, merged, '');
    expect([...files.keys()].toSorted()).toEqual([
      'README.md',
      'a/b/two.txt',
      'ab.txt',
      'draft.md',
      'meanwhile.txt',
    ]);
    expect(await host.findPull(repo, 'draft')).toMatchObject({ state: 'merged', merged, head });
  });

  it('does not merge another head than the one that was seen', async () => {
    const { host, repo, pull } = await openPull(at(), { draft: false });
    await write(host, repo, 'draft', new Map([['draft.md', '2']]));
    const before = await requireHead(host, repo);
    const late = host.mergePull(repo, pull.number, { head: pull.head, subject: 'Publish' });
    expect(await problemOf(late)).toBe('conflict');
    expect(await host.findHead(repo, 'main')).toBe(before);
  });

  it('keeps the merge when the branch is deleted behind it', async () => {
    const { host, repo, pull } = await openPull(at(), { draft: false });
    await host.mergePull(repo, pull.number, { head: pull.head, subject: 'Publish' });
    await host.deleteBranch(repo, 'draft');
    expect(await host.findPull(repo, 'draft')).toMatchObject({ state: 'merged', head: pull.head });
    const again = host.mergePull(repo, pull.number, { head: pull.head, subject: 'Publish' });
    expect(await problemOf(again)).not.toBe('none');
  });
}

export function describeComments(at: At): void {
  it('lists them from the oldest to the newest, with their authors', async () => {
    const { stage, host, repo, pull } = await openPull(at());
    const [acme] = stage.others;
    await host.ensureReader(repo, acme);
    const own = await host.createComment(repo, pull.number, 'first\n');
    const other = await stage.commentAs(repo, pull.number, acme, '/status 該当製品あり');
    const found = await host.listComments(repo, pull.number);
    expect(found.map(({ id, author, body }) => [id, author, body.trimEnd()])).toEqual([
      [own, await host.actor(), 'first'],
      [other, acme, '/status 該当製品あり'],
    ]);
    expect(found.every((comment) => comment.repo === repo && comment.editedBy === undefined)).toBe(true);
  });

  it('changes one in its place', async () => {
    const { host, repo, pull } = await openPull(at());
    const id = await host.createComment(repo, pull.number, 'before');
    await host.updateComment(repo, id, 'after');
    const found = await host.listComments(repo, pull.number);
    expect(found.map(({ id: one, body }) => [one, body])).toEqual([[id, 'after']]);
  });

  it('reacts once', async () => {
    const { host, repo, pull } = await openPull(at());
    const id = await host.createComment(repo, pull.number, 'x');
    await host.ensureReaction(repo, id, 'eyes');
    await host.ensureReaction(repo, id, 'eyes');
    expect((await host.listComments(repo, pull.number)).map(({ body }) => body)).toEqual(['x']);
  });

  it('knows what is missing', async () => {
    const { host, repo } = await openRoom(at());
    expect(await problemOf(host.createComment(repo, 404, 'x'))).toBe('missing');
    expect(await problemOf(host.updateComment(repo, 404, 'x'))).toBe('missing');
  });
}
