import { createEmulator } from 'emulate';
import type { Emulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { record, records } from '../../tests/github/exchange.ts';

/*
 * What the emulator (0.12.2) does otherwise than GitHub, and our stand-in therefore does itself. When a test fails
 * after an upgrade, the emulator has learnt something: look whether the route in tests/github is still needed.
 */

const HUB = '/repos/cert/hub';

let emulator: Emulator;
beforeAll(async () => {
  const people = ['alice', 'acme'];
  const seed = {
    tokens: Object.fromEntries(people.map((login) => [login, { login, scopes: ['repo'] }])),
    github: {
      users: people.map((login) => ({ login })),
      orgs: [{ login: 'cert', members: [{ login: 'alice', role: 'admin' }] }],
      repos: ['hub', 'closed', 'old'].map((name) => ({
        owner: 'cert',
        name,
        private: true,
        auto_init: true,
      })),
    },
  };
  emulator = await createEmulator({ service: 'github', port: 0, seed });
  await ask('PUT', `${HUB}/collaborators/acme`, { permission: 'pull' });
  await ask('PUT', '/repos/cert/old/collaborators/acme', { permission: 'pull' });
  await ask('POST', `${HUB}/git/refs`, { ref: 'refs/heads/draft', sha: await write('1') });
  await ask('POST', `${HUB}/pulls`, { title: 'Draft', head: 'draft', base: 'main', draft: true });
  await ask('POST', `${HUB}/issues/1/comments`, { body: 'The table' });
});
afterAll(() => emulator.close());

async function ask(method: string, path: string, body?: object, login = 'alice') {
  const headers = { authorization: `token ${login}`, 'content-type': 'application/json' };
  const answer = await fetch(`${emulator.url}${path}`, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

/** A commit on top of `main`. */
async function write(content: string): Promise<string> {
  const { body: ref } = await ask('GET', `${HUB}/git/ref/heads/main`);
  const parent = record(record(ref)['object'])['sha'];
  const entry = { path: 'a', mode: '100644', type: 'blob', content };
  const { body: tree } = await ask('POST', `${HUB}/git/trees`, { tree: [entry] });
  const commit = { message: 'x', tree: record(tree)['sha'], parents: [parent] };
  return String(record((await ask('POST', `${HUB}/git/commits`, commit)).body)['sha']);
}

describe('the emulator', () => {
  const pull = { title: 'Again', head: 'draft', base: 'main' };
  it.each([
    ['takes a second pull request of a branch (GitHub: 422)', 'POST', `${HUB}/pulls`, pull, 201],
    ['takes one of no branch (GitHub: 422)', 'POST', `${HUB}/pulls`, { ...pull, head: 'none' }, 201],
    ['refuses a draft’s merge with 422 (GitHub: 405)', 'PUT', `${HUB}/pulls/1/merge`, {}, 422],
    ['refuses a moved head with 422 (GitHub: 409)', 'PUT', `${HUB}/pulls/2/merge`, { sha: '0' }, 422],
    ['takes the field draft (GitHub: GraphQL only)', 'PATCH', `${HUB}/pulls/2`, { draft: true }, 200],
    ['knows no list of comments', 'GET', `${HUB}/issues/comments`, undefined, 404],
    ['knows no list of comments on lines', 'GET', `${HUB}/pulls/comments`, undefined, 404],
    ['knows no reactions', 'POST', `${HUB}/issues/comments/1/reactions`, { content: 'eyes' }, 404],
    ['knows no invitations', 'GET', `${HUB}/invitations`, undefined, 404],
    ['knows no settings of Actions', 'GET', `${HUB}/actions/permissions`, undefined, 404],
    ['knows no reports', 'GET', `${HUB}/security-advisories`, undefined, 404],
    ['knows no GraphQL', 'POST', '/graphql', { query: '{ viewer { login } }' }, 404],
  ])('%s', async (_name, method, path, body, status) => {
    expect((await ask(method, path, body)).status).toBe(status);
  });

  it('admits that there is something hidden (GitHub: 404)', async () => {
    expect((await ask('GET', '/repos/cert/closed', undefined, 'acme')).status).toBe(403);
  });

  it('lets readers edit what others wrote (GitHub: 403)', async () => {
    expect((await ask('PATCH', `${HUB}/issues/comments/1`, { body: 'Lies' }, 'acme')).status).toBe(200);
  });

  it('lets readers close a pull request (GitHub: 403)', async () => {
    expect((await ask('PATCH', `${HUB}/pulls/1`, { title: 'Lies' }, 'acme')).status).toBe(200);
  });

  it('lets people in without asking them, and lists them without a role', async () => {
    const { body } = await ask('GET', `${HUB}/collaborators`);
    expect(records(body).map(({ login, role_name: role }) => [login, role])).toEqual([['acme', undefined]]);
  });

  it('leaves the head of a pull request where it was', async () => {
    const sha = await write('2');
    expect((await ask('PATCH', `${HUB}/git/refs/heads/draft`, { sha, force: true })).status).toBe(200);
    const { body } = await ask('GET', `${HUB}/pulls/1`);
    expect(record(record(body)['head'])['sha']).not.toBe(sha);
  });

  it('lists issues without pull requests', async () => {
    expect((await ask('GET', `${HUB}/issues?state=all`)).body).toEqual([]);
  });

  it('forgets what a squash takes over', async () => {
    const { body } = await ask('PATCH', HUB, { squash_merge_commit_message: 'BLANK' });
    expect(record(body)).not.toHaveProperty('squash_merge_commit_message');
  });

  it('takes comments in archives (GitHub: 403)', async () => {
    await ask('POST', '/repos/cert/old/issues', { title: 'x' });
    await ask('PATCH', '/repos/cert/old', { archived: true });
    expect((await ask('POST', '/repos/cert/old/issues/1/comments', { body: 'x' })).status).toBe(201);
  });
});
