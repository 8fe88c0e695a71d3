import { expect, it } from 'vitest';
import { toFormId } from '#coordination/comment.ts';
import type { Host } from '../host.ts';
import { type At, type HostStage, openPull, problemOf } from './stage.ts';

/** A room with a pull request that a vendor may read. */
async function openForms(
  stage: HostStage,
): Promise<{ host: Host; repo: string; pull: number; acme: string; stage: HostStage }> {
  const { host, repo, pull } = await openPull(stage);
  const [acme] = stage.others;
  await host.ensureReader(repo, acme);
  return { host, repo, pull: pull.number, acme, stage };
}

export function describeForms(at: At): void {
  it('lists those that were sent, with their authors, and no pull request', async () => {
    const { stage, host, repo, acme } = await openForms(at());
    expect(await host.listForms(repo)).toEqual([]);
    const first = await stage.submitFormAs(repo, acme, '### Status\n\naffected');
    const second = await stage.submitFormAs(repo, acme, '### 対応状況\n\n不明');
    const found = await host.listForms(repo);
    expect(found).toMatchObject([
      { repo, id: first, isForm: true, isOpen: true, author: acme, isBot: false },
      { repo, id: second, isForm: true, isOpen: true, author: acme, isBot: false },
    ]);
    expect(found.map(({ body }) => body.trimEnd())).toEqual([
      '### Status\n\naffected',
      '### 対応状況\n\n不明',
    ]);
    expect(found.every((form) => form.updatedAt === form.createdAt && !('editedBy' in form))).toBe(true);
  });

  it('gives them ids that no comment has', async () => {
    const { stage, host, repo, pull, acme } = await openForms(at());
    const form = await stage.submitFormAs(repo, acme, 'x');
    const comment = await host.createComment(repo, pull, 'y');
    expect(form).toBeGreaterThan(2 ** 52);
    expect(comment).toBeLessThan(2 ** 52);
    expect((await host.listComments(repo, pull)).map(({ id }) => id)).toEqual([comment]);
    expect((await host.listForms(repo)).map(({ id }) => id)).toEqual([form]);
  });

  it('closes one, also one that is closed, which is no edit of it', async () => {
    const { stage, host, repo, acme } = await openForms(at());
    const form = await stage.submitFormAs(repo, acme, 'x');
    const other = await stage.submitFormAs(repo, acme, 'y');
    await stage.editFormAs(repo, form, acme, 'z');
    const before = await host.listForms(repo);
    await host.closeForm(repo, form);
    await host.closeForm(repo, form);
    const after = await host.listForms(repo);
    expect(after.map(({ id, isOpen }) => [id, isOpen])).toEqual([
      [form, false],
      [other, true],
    ]);
    expect(after.map(({ updatedAt }) => updatedAt)).toEqual(before.map(({ updatedAt }) => updatedAt));
  });

  it('tells who edited one last, also when it is closed', async () => {
    const { stage, host, repo, acme } = await openForms(at());
    const form = await stage.submitFormAs(repo, acme, 'x');
    await host.closeForm(repo, form);
    await stage.editFormAs(repo, form, acme, 'y');
    const [edited] = await host.listForms(repo);
    expect(edited).toMatchObject({ id: form, isOpen: false, author: acme, editedBy: acme, body: 'y' });
  });

  it('knows what is missing', async () => {
    const { host, repo, pull } = await openForms(at());
    const comment = await host.createComment(repo, pull, 'x');
    expect(await problemOf(host.closeForm(repo, toFormId(404)))).toBe('missing');
    expect(await problemOf(host.closeForm(repo, comment))).toBe('missing');
    expect(await problemOf(host.listForms('cert/nothing'))).toBe('missing');
  });
}
