import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { HostError } from '#scripts/host/host.ts';
import type { Host } from '#scripts/host/host.ts';
import { GITHUB_NOW, openGithub } from '../../tests/builders/a-github.ts';
import type { Github } from '../../tests/builders/a-github.ts';
import { LONG_REST, RESET, SHORT_REST } from '../../tests/github/faults.ts';
import { tokenOf } from '../../tests/github/stand-in.ts';

const HUB = 'cert/hub';
const NOW = Date.parse(GITHUB_NOW) / 1000;

let github: Github;
let alice: Host;
beforeAll(async () => {
  github = await openGithub({ hasApp: true });
  alice = github.hostOf('alice');
  const from = (await alice.findHead(HUB, 'main')) ?? '';
  await alice.commit(HUB, 'draft', {
    expectedHead: undefined,
    from,
    files: new Map([['a', '1']]),
    message: 'x',
  });
  await alice.openPull(HUB, { branch: 'draft', base: 'main', title: 'Room', body: '', draft: true });
});
afterEach(() => {
  github.heal();
  github.rests.splice(0);
});
afterAll(async () => {
  const violations = github.violations();
  await github.close();
  expect(violations).toEqual([]);
});

async function failureOf(work: Promise<unknown>): Promise<HostError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(HostError);
  return error as HostError;
}

function asked(operation: string): number {
  return github.requests().filter(({ question }) => `${question.method} ${question.path}` === operation)
    .length;
}

describe('an answer of GitHub', () => {
  it.each([
    [401, 'unauthorised'],
    [403, 'forbidden'],
    [404, 'missing'],
    [405, 'refused'],
    [409, 'conflict'],
    [410, 'missing'],
    [422, 'refused'],
    [429, 'limited'],
    [500, 'unavailable'],
    [502, 'unavailable'],
    [503, 'unavailable'],
  ] as const)('%i to a write is the problem %s, with the place and the words', async (status, problem) => {
    github.failAfter(0, status, { message: 'In these words.', times: 9 });
    const error = await failureOf(alice.createComment(HUB, 1, 'Words'));
    expect(error).toMatchObject({
      problem,
      asked: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      message: `${problem}: POST /repos/{owner}/{repo}/issues/{issue_number}/comments`,
    });
    expect(error.cause).toBe(`GitHub answered ${status}: In these words.`);
  });

  it.each([
    ['Update is not a fast forward', 'conflict'],
    ['Reference already exists', 'conflict'],
    ['Reference does not exist', 'missing'],
    ['Validation Failed', 'refused'],
  ])('422 “%s” is the problem %s', async (message, problem) => {
    github.failAfter(0, 422, { message });
    expect(await failureOf(alice.deleteBranch(HUB, 'none'))).toMatchObject({ problem });
  });

  it('403 to a question about a repository is no “there is none”', async () => {
    github.failAfter(0, 403, { of: 'all' });
    expect(await failureOf(alice.findRepo(HUB))).toMatchObject({ problem: 'forbidden' });
  });

  it('401 to a wrong token is the problem unauthorised', async () => {
    const nobody = github.open({ auth: { token: 'wrong' } });
    expect(await failureOf(nobody.findRepo(HUB))).toMatchObject({ problem: 'unauthorised' });
    expect(await failureOf(nobody.actor())).toMatchObject({
      problem: 'unauthorised',
      asked: 'POST /graphql',
    });
  });
});

describe('a failed read', () => {
  it('is tried three times, after one and four seconds', async () => {
    const fault = github.failAfter(0, 502, { of: 'all', times: 2 });
    expect(await alice.findHead(HUB, 'main')).toBeDefined();
    expect(fault.hits()).toBe(2);
    expect(github.rests).toEqual([1000, 4000]);
  });

  it('is given up then', async () => {
    const fault = github.failAfter(0, 503, { of: 'all', times: 9 });
    const question = 'GET /repos/{owner}/{repo}/git/ref/{ref}';
    expect(await failureOf(alice.findHead(HUB, 'main'))).toMatchObject({
      problem: 'unavailable',
      asked: question,
    });
    expect(fault.hits()).toBe(3);
  });
});

describe('a failed write', () => {
  it.each(['lost-502', 'lost-answer', 'no-connection'] as const)('is sent once (%s)', async (fault) => {
    const place = `POST /repos/${HUB}/issues/1/comments`;
    const before = { sent: asked(place), comments: (await alice.listComments(HUB, 1)).length };
    github.failAfter(0, fault);
    const problem = fault === 'lost-502' ? 'unavailable' : 'unreachable';
    expect(await failureOf(alice.createComment(HUB, 1, 'Words'))).toMatchObject({ problem });
    expect(asked(place)).toBe(before.sent + 1);
    const more = fault === 'no-connection' ? 0 : 1;
    expect(await alice.listComments(HUB, 1)).toHaveLength(before.comments + more);
  });

  it('is sent once by GraphQL, too', async () => {
    const before = asked('POST /graphql');
    github.failAfter(0, 502, { of: 'all' });
    const bob = github.hostOf('bob');
    expect(await failureOf(bob.actor())).toMatchObject({ problem: 'unavailable', asked: 'POST /graphql' });
    expect(asked('POST /graphql')).toBe(before + 1);
  });
});

describe('a limit', () => {
  it('is told with its end when that is far away', async () => {
    github.failAfter(0, 'rate-limit', { of: 'all' });
    expect(await failureOf(alice.findRepo(HUB))).toMatchObject({ problem: 'limited', until: RESET });
    github.failAfter(0, 'long-secondary-limit');
    const error = await failureOf(alice.createComment(HUB, 1, 'Words'));
    expect(error).toMatchObject({ problem: 'limited', until: NOW + LONG_REST });
    expect(github.rests).not.toContain(LONG_REST * 1000);
  });

  it('is waited for when it is short, and what was refused is sent then', async () => {
    const fault = github.failAfter(0, 'secondary-limit');
    const id = await alice.createComment(HUB, 1, 'After a rest');
    expect(fault.hits()).toBe(1);
    expect(github.rests).toContain(SHORT_REST * 1000);
    expect((await alice.listComments(HUB, 1)).filter(({ body }) => body === 'After a rest')).toMatchObject([
      { id },
    ]);
  });

  it('is waited for twice and no more', async () => {
    const fault = github.failAfter(0, 'secondary-limit', { of: 'all', times: 9 });
    const error = await failureOf(alice.findRepo(HUB));
    expect(error).toMatchObject({ problem: 'limited', until: NOW + SHORT_REST });
    expect(fault.hits()).toBe(3);
    expect(github.rests).toEqual([SHORT_REST * 1000, SHORT_REST * 1000]);
  });

  it('is kept away from by a second between writes, three where somebody is notified', async () => {
    const head = (await alice.findHead(HUB, 'draft')) ?? '';
    github.rests.splice(0);
    await alice.commit(HUB, 'draft', { expectedHead: head, files: new Map([['a', '2']]), message: 'x' });
    expect(github.rests).toEqual([1000, 1000, 1000]);
    github.rests.splice(0);
    await alice.createComment(HUB, 1, 'Words');
    expect(github.rests).toEqual([1000, 3000]);
  });
});

describe('no connection', () => {
  it('is the problem unreachable', async () => {
    const gone = await openGithub();
    await gone.close();
    const host = github.open({ baseUrl: gone.url });
    const error = await failureOf(host.findRepo(HUB));
    expect(error).toMatchObject({ problem: 'unreachable', cause: 'ECONNREFUSED' });
  });

  it('is sought with nobody but the given host', async () => {
    const seen: string[] = [];
    const host = openAnswering(({ url }) => {
      seen.push(url);
      const link = '<https://elsewhere.example/repositories/1/branches?page=2>; rel="next"';
      return Response.json([{ name: 'main' }], { headers: { link } });
    });
    expect(await failureOf(host.listBranches(HUB))).toMatchObject({ problem: 'unreachable' });
    expect(seen.filter((url) => !url.startsWith(github.url))).toEqual([]);
  });

  it('follows no repository that moved', async () => {
    const location = { location: `${github.url}/repositories/1` };
    const host = openAnswering(() => new Response('{}', { status: 301, headers: location }));
    expect(await host.findRepo(HUB)).toBeUndefined();
    const head = { expectedHead: undefined, files: new Map([['a', '1']]), message: 'x' };
    expect(await failureOf(host.commit(HUB, 'x', head))).toMatchObject({ problem: 'missing' });
  });
});

describe('an answer of GraphQL', () => {
  it.each([
    ['NOT_FOUND', 'missing'],
    ['FORBIDDEN', 'forbidden'],
    ['RATE_LIMITED', 'limited'],
    ['SOMETHING', 'refused'],
  ])('with the error %s is the problem %s', async (type, problem) => {
    const host = openAnswering(() => Response.json({ errors: [{ type, message: 'Words' }] }));
    expect(await failureOf(host.actor())).toMatchObject({ problem, asked: 'POST /graphql' });
  });
});

describe('a list of files', () => {
  it('that GitHub cuts off is refused', async () => {
    const host = openAnswering(() => Response.json({ sha: 'x', tree: [], truncated: true }));
    expect(await failureOf(host.readFiles(HUB, 'x', ''))).toMatchObject({ problem: 'refused' });
  });
});

describe('a secret', () => {
  const token = tokenOf('alice');
  const echoes = [
    [
      'an answer',
      (said: string) => Response.json({ message: said, errors: [said, { message: said }] }, { status: 422 }),
    ],
    [
      'a refusal',
      (said: string) => Response.json({ message: said }, { status: 403, headers: { echo: said } }),
    ],
    ['a failure', (said: string) => new Response(said, { status: 502 })],
    ['a GraphQL error', (said: string) => Response.json({ errors: [{ message: said }] })],
    [
      'a broken connection',
      (said: string) => Promise.reject(new TypeError(said, { cause: new Error(said) })),
    ],
  ] as const;

  it.each(echoes)('stands in no error, though %s repeats it', async (name, answer) => {
    const host = openAnswering(({ headers }) =>
      answer(`token ${token} ${headers.get('authorization') ?? ''}`),
    );
    const rest = [() => host.listReaders(HUB), () => host.createComment(HUB, 1, 'embargoed words')];
    const work = [() => host.actor(), ...(name === 'a GraphQL error' ? [] : rest)];
    for (const ask of work) expectSilence(await failureOf(ask()), [token, 'embargoed words']);
  });

  it('of another kind stands in no error either', async () => {
    const said = 'ghs_abcdefghijklmnop and github_pat_11ABCDEFG and Bearer abc.def.ghi';
    const host = openAnswering(() => Response.json({ message: said }, { status: 403 }));
    const error = await failureOf(host.listBranches(HUB));
    expectSilence(error, ['ghs_', 'github_pat_', 'abc.def']);
    expect(error.cause).toMatch(/hidden.*and.*hidden/);
  });

  it('that cannot sign stands in no error', async () => {
    const privateKey = '-----BEGIN RSA PRIVATE KEY-----\nbm90IGEga2V5\n-----END RSA PRIVATE KEY-----';
    const host = github.open({ auth: { appId: 777, privateKey, installationId: 9001 } });
    const error = await failureOf(host.findRepo(HUB));
    expect(error.problem).toBe('unauthorised');
    expectSilence(error, ['bm90IGEga2V5', 'BEGIN']);
  });
});

describe('an App', () => {
  it('works with the token of its installation', async () => {
    const host = github.appHost();
    expect(await host.findRepo(HUB)).toEqual({ isPrivate: true, isArchived: false });
    expect(await host.actor()).toBe('advisory-bot[bot]');
  });

  it('that GitHub does not know is unauthorised', async () => {
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const host = github.open({ auth: { appId: 777, privateKey, installationId: 9001 } });
    expect(await failureOf(host.findRepo(HUB))).toMatchObject({ problem: 'unauthorised' });
  });
});

describe('every request', () => {
  it('names the version of the API', () => {
    const versions = github.requests().map(({ question }) => question.headers['x-github-api-version']);
    expect(new Set(versions)).toEqual(new Set(['2022-11-28']));
  });
});

function openAnswering(answer: (request: Request) => Response | Promise<Response>): Host {
  return github.open({ fetch: async (input, init) => answer(new Request(input, init)) });
}

function expectSilence(error: HostError, words: readonly string[]): void {
  const views = [
    JSON.stringify(error),
    JSON.stringify(error, Object.getOwnPropertyNames(error)),
    inspect(error, { depth: Infinity, showHidden: true }),
    String(error.stack),
    String(error.cause),
  ];
  for (const word of words) expect(views.filter((view) => view.includes(word))).toEqual([]);
}
