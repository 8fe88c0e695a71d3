import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Host } from '#scripts/host/host.ts';
import { openGithub } from '../../tests/builders/a-github.ts';
import type { Github } from '../../tests/builders/a-github.ts';

const HUB = 'cert/hub';

let github: Github;
let alice: Host;
let now: string;
beforeEach(async () => {
  github = await openGithub();
  now = '2026-11-20T01:00:00Z';
  alice = github.hostOf('alice', () => now);
  await alice.ensureReader(HUB, 'acme-psirt');
});
afterEach(async () => {
  const violations = github.violations();
  await github.close();
  expect(violations).toEqual([]);
});

describe('forms', () => {
  it('keep the time of their last edit when they are closed', async () => {
    const form = await github.submitFormAs(HUB, 'acme-psirt', 'affected');
    now = '2026-11-20T02:00:00Z';
    await github.editFormAs(HUB, form, 'acme-psirt', 'not affected');
    now = '2026-11-20T03:00:00Z';
    await alice.closeForm(HUB, form);
    expect(await alice.listForms(HUB)).toMatchObject([
      {
        ...{ id: form, isOpen: false, author: 'acme-psirt', editedBy: 'acme-psirt', body: 'not affected' },
        createdAt: '2026-11-20T01:00:00Z',
        updatedAt: '2026-11-20T02:00:00Z',
      },
    ]);
  });

  it('tell of an edit by somebody else', async () => {
    const form = await github.submitFormAs(HUB, 'acme-psirt', 'affected');
    await github.editFormAs(HUB, form, 'bob', 'not affected');
    expect(await alice.listForms(HUB)).toMatchObject([{ author: 'acme-psirt', editedBy: 'bob' }]);
  });

  it('are edited by nobody who may only read', async () => {
    await alice.ensureReader(HUB, 'initech-psirt');
    await github.accept('initech-psirt', HUB);
    const form = await github.submitFormAs(HUB, 'acme-psirt', 'affected');
    await expect(github.editFormAs(HUB, form, 'initech-psirt', 'lies')).rejects.toThrow('403');
  });

  it('are all listed, page by page', async () => {
    for (let index = 0; index < 105; index += 1) await github.submitFormAs(HUB, 'bob', `${index}`);
    const forms = await alice.listForms(HUB);
    expect(forms).toHaveLength(105);
    expect(new Set(forms.map(({ body }) => body)).size).toBe(105);
  });
});
