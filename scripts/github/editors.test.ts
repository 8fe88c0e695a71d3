import { describe, expect, it } from 'vitest';
import { GITHUB_NOW } from '../../tests/builders/a-github.ts';
import { openGithubHost } from './open-github-host.ts';

/** A GitHub with one comment, whose author and last editor are given. */
async function commentWith(
  user: object | null,
  edit: { lastEditedAt: string | null; editor: object | null },
) {
  const comment = { id: 1, node_id: 'IC_1', user, body: 'x', created_at: GITHUB_NOW, updated_at: GITHUB_NOW };
  const host = openGithubHost({
    auth: { token: 'x' },
    now: () => GITHUB_NOW,
    sleep: () => Promise.resolve(),
    fetch: (input) => {
      const isGraphql = new Request(input).url.endsWith('/graphql');
      return Promise.resolve(Response.json(isGraphql ? { data: { nodes: [edit] } } : [comment]));
    },
  });
  return (await host.listComments('a/b', 1))[0];
}

describe('a comment', () => {
  const nobody = { lastEditedAt: null, editor: null };

  it('of an App is a bot’s', async () => {
    const user = { login: 'Advisory-Bot[bot]', type: 'Bot' };
    expect(await commentWith(user, nobody)).toMatchObject({ author: 'advisory-bot[bot]', isBot: true });
  });

  it('of a deleted account is a ghost’s', async () => {
    const comment = await commentWith(null, nobody);
    expect(comment).toMatchObject({ author: 'ghost', isBot: false });
    expect(comment).not.toHaveProperty('editedBy');
  });

  it('edited by an App names it as comments do', async () => {
    const editor = { __typename: 'Bot', login: 'Advisory-Bot' };
    const edit = { lastEditedAt: GITHUB_NOW, editor };
    expect(await commentWith({ login: 'a', type: 'User' }, edit)).toMatchObject({
      editedBy: 'advisory-bot[bot]',
    });
  });

  it('edited in the second in which it was written is still known as edited', async () => {
    const edit = { lastEditedAt: GITHUB_NOW, editor: { __typename: 'User', login: 'Mallory' } };
    expect(await commentWith({ login: 'a', type: 'User' }, edit)).toMatchObject({
      createdAt: GITHUB_NOW,
      updatedAt: GITHUB_NOW,
      editedBy: 'mallory',
    });
  });

  it('edited by an account that was deleted is a ghost’s edit', async () => {
    const edit = { lastEditedAt: GITHUB_NOW, editor: null };
    expect(await commentWith({ login: 'a', type: 'User' }, edit)).toMatchObject({ editedBy: 'ghost' });
  });
});
