import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGithub } from '../../tests/builders/a-github.ts';
import type { Github } from '../../tests/builders/a-github.ts';
import { record } from '../../tests/github/exchange.ts';

const ROOM = 'cert/room-k3v9qm';
const FILES = new Map([
  ['README.md', '# A room\n'],
  ['.github/workflows/command.yml', 'on: issue_comment\n'],
]);

let github: Github;
beforeEach(async () => {
  github = await openGithub();
});
afterEach(async () => {
  const violations = github.violations();
  await github.close();
  expect(violations).toEqual([]);
});

describe('a repository', () => {
  it('is found with its kind, and is undefined where there is none or none that we may see', async () => {
    const alice = github.hostOf('alice');
    expect(await alice.findRepo('cert/site')).toEqual({ isPrivate: false, isArchived: false });
    expect(await alice.findRepo('cert/hub')).toEqual({ isPrivate: true, isArchived: false });
    expect(await alice.findRepo('cert/nothing')).toBeUndefined();
    expect(await github.hostOf('acme-psirt').findRepo('cert/hub')).toBeUndefined();
  });

  it('is made private, with exactly the given files, and tightened', async () => {
    const alice = github.hostOf('alice');
    await alice.ensurePrivateRepo(ROOM, FILES);
    const made = sent('POST /orgs/cert/repos');
    expect(made).toMatchObject([{ private: true, name: 'room-k3v9qm' }]);
    const head = (await alice.findHead(ROOM, 'main')) ?? '';
    expect(await alice.readFiles(ROOM, head, '')).toEqual(FILES);
    const { body } = await github.ask('alice', 'GET', `/repos/${ROOM}`);
    expect(body).toMatchObject({
      private: true,
      default_branch: 'main',
      allow_forking: false,
      has_wiki: false,
      has_projects: false,
      allow_merge_commit: false,
      allow_rebase_merge: false,
      allow_squash_merge: true,
      squash_merge_commit_message: 'BLANK',
    });
    const actions = `/repos/${ROOM}/actions/permissions`;
    expect((await github.ask('alice', 'GET', actions)).body).toMatchObject({
      allowed_actions: 'selected',
      sha_pinning_required: true,
    });
    expect((await github.ask('alice', 'GET', `${actions}/selected-actions`)).body).toEqual({
      github_owned_allowed: true,
      verified_allowed: false,
      patterns_allowed: [],
    });
    expect((await github.ask('alice', 'GET', `${actions}/workflow`)).body).toEqual({
      default_workflow_permissions: 'read',
      can_approve_pull_request_reviews: false,
    });
  });

  it('is not changed by a second call, nor are later commits', async () => {
    const alice = github.hostOf('alice');
    await alice.ensurePrivateRepo(ROOM, FILES);
    const first = (await alice.findHead(ROOM, 'main')) ?? '';
    const later = new Map([['README.md', 'Later\n']]);
    const head = await alice.commit(ROOM, 'main', { expectedHead: first, files: later, message: 'Later' });
    const before = writes().length;
    await alice.ensurePrivateRepo(ROOM, FILES);
    expect(writes().slice(before)).toEqual([]);
    expect(await alice.findHead(ROOM, 'main')).toBe(head);
  });

  it.each([...Array(8).keys()])('is completed after a break at write %i', async (passing) => {
    const alice = github.hostOf('alice');
    const fault = github.failAfter(passing, 'lost-answer');
    await expect(alice.ensurePrivateRepo(ROOM, FILES)).rejects.toMatchObject({ problem: 'unreachable' });
    expect(fault.hits()).toBe(1);
    github.heal();
    await alice.ensurePrivateRepo(ROOM, FILES);
    const head = (await alice.findHead(ROOM, 'main')) ?? '';
    expect(await alice.readFiles(ROOM, head, '')).toEqual(FILES);
    expect(await alice.readLog(ROOM, 'main', 10)).toHaveLength(2);
    expect(sent(`PUT /repos/${ROOM}/actions/permissions/workflow`).length).toBeGreaterThan(0);
  });

  it('is refused where a public one has the name', async () => {
    const alice = github.hostOf('alice');
    await expect(alice.ensurePrivateRepo('cert/site', FILES)).rejects.toMatchObject({ problem: 'refused' });
    expect(writes()).toEqual([]);
  });

  it('is filled where it has no commit', async () => {
    await github.ask('alice', 'POST', '/orgs/cert/repos', { name: 'empty', private: true });
    const alice = github.hostOf('alice');
    expect(await alice.findHead('cert/empty', 'main')).toBeUndefined();
    await alice.ensurePrivateRepo('cert/empty', FILES);
    const head = (await alice.findHead('cert/empty', 'main')) ?? '';
    expect(await alice.readFiles('cert/empty', head, '')).toEqual(FILES);
  });

  it('belongs to a person where the person makes it', async () => {
    const alice = github.hostOf('alice');
    await alice.ensurePrivateRepo('alice/room-1', FILES);
    expect(sent('POST /user/repos')).toMatchObject([{ private: true }]);
    // GitHub refuses to forbid forks there.
    expect(sent('PATCH /repos/alice/room-1')[0]).not.toHaveProperty('allow_forking');
  });

  it('is archived once', async () => {
    const alice = github.hostOf('alice');
    await alice.archiveRepo('cert/hub');
    await alice.archiveRepo('cert/hub');
    expect(await alice.findRepo('cert/hub')).toEqual({ isPrivate: true, isArchived: true });
    expect(sent('PATCH /repos/cert/hub')).toEqual([{ archived: true }]);
    const change = { expectedHead: await alice.findHead('cert/hub', 'main'), files: FILES, message: 'x' };
    await expect(alice.commit('cert/hub', 'main', change)).rejects.toMatchObject({ problem: 'forbidden' });
  });
});

describe('readers', () => {
  beforeEach(async () => {
    await github.hostOf('alice').ensurePrivateRepo(ROOM, FILES);
  });

  it('are invited to read and nothing more, once', async () => {
    const alice = github.hostOf('alice');
    expect(await alice.listReaders(ROOM)).toEqual([]);
    await alice.ensureReader(ROOM, 'Acme-PSIRT');
    await alice.ensureReader(ROOM, 'acme-psirt');
    expect(sent(`PUT /repos/${ROOM}/collaborators/acme-psirt`)).toEqual([{ permission: 'pull' }]);
    expect(await alice.listReaders(ROOM)).toEqual(['acme-psirt']);
    await github.accept('acme-psirt', ROOM);
    await alice.ensureReader(ROOM, 'acme-psirt');
    expect(await alice.listReaders(ROOM)).toEqual(['acme-psirt']);
    expect(sent(`PUT /repos/${ROOM}/collaborators/acme-psirt`)).toHaveLength(1);
    expect(await github.hostOf('acme-psirt').findRepo(ROOM)).toBeDefined();
  });

  it('see nothing before they accept', async () => {
    await github.hostOf('alice').ensureReader(ROOM, 'acme-psirt');
    expect(await github.hostOf('acme-psirt').findRepo(ROOM)).toBeUndefined();
  });

  it('cannot write', async () => {
    const alice = github.hostOf('alice');
    await alice.ensureReader(ROOM, 'acme-psirt');
    await github.accept('acme-psirt', ROOM);
    const vendor = github.hostOf('acme-psirt');
    const change = {
      expectedHead: await alice.findHead(ROOM, 'main'),
      files: new Map([['a', 'b']]),
      message: 'x',
    };
    await expect(vendor.commit(ROOM, 'main', change)).rejects.toMatchObject({ problem: 'forbidden' });
  });

  it('lose rights beyond reading that somebody else gave them', async () => {
    const alice = github.hostOf('alice');
    await github.ask('alice', 'PUT', `/repos/${ROOM}/collaborators/acme-psirt`, { permission: 'push' });
    await alice.ensureReader(ROOM, 'acme-psirt');
    await github.accept('acme-psirt', ROOM);
    await github.ask('alice', 'PUT', `/repos/${ROOM}/collaborators/acme-psirt`, { permission: 'push' });
    await alice.ensureReader(ROOM, 'acme-psirt');
    const { body } = await github.ask('alice', 'GET', `/repos/${ROOM}/collaborators`);
    expect(body).toContainEqual(expect.objectContaining({ login: 'acme-psirt', role_name: 'read' }));
  });

  it('are invited again when the invitation has run out', async () => {
    const alice = github.hostOf('alice');
    await alice.ensureReader(ROOM, 'acme-psirt');
    github.expireInvitation('acme-psirt', ROOM);
    expect(await alice.listReaders(ROOM)).toEqual([]);
    await alice.ensureReader(ROOM, 'acme-psirt');
    expect(await alice.listReaders(ROOM)).toEqual(['acme-psirt']);
  });

  it('are removed, invited or not, and more than once', async () => {
    const alice = github.hostOf('alice');
    await alice.ensureReader(ROOM, 'acme-psirt');
    await alice.ensureReader(ROOM, 'initech-psirt');
    await github.accept('initech-psirt', ROOM);
    for (const login of ['acme-psirt', 'initech-psirt', 'initech-psirt'])
      await alice.removeReader(ROOM, login);
    expect(await alice.listReaders(ROOM)).toEqual([]);
    expect(await github.hostOf('initech-psirt').findRepo(ROOM)).toBeUndefined();
  });

  it('are not invited where the account is unknown', async () => {
    const invited = github.hostOf('alice').ensureReader(ROOM, 'nobody-there');
    await expect(invited).rejects.toMatchObject({ problem: 'missing' });
  });

  it('are not invited to a repository of a person, where GitHub would let them write', async () => {
    const alice = github.hostOf('alice');
    await alice.ensurePrivateRepo('alice/room-2', FILES);
    const invited = alice.ensureReader('alice/room-2', 'acme-psirt');
    await expect(invited).rejects.toMatchObject({ problem: 'refused' });
    expect(sent('PUT /repos/alice/room-2/collaborators/acme-psirt')).toEqual([]);
  });
});

function writes(): string[] {
  return github
    .requests()
    .filter(({ question }) => question.method !== 'GET' && question.path !== '/graphql')
    .map(({ question }) => `${question.method} ${question.path}`);
}

/** Bodies of the requests to a place. */
function sent(operation: string): Record<string, unknown>[] {
  return github
    .requests()
    .filter(({ question }) => `${question.method} ${question.path}` === operation)
    .map(({ question }) => record(question.body));
}
