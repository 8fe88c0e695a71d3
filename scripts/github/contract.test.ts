import { describe, expect, it } from 'vitest';
import { openGithub } from '../../tests/builders/a-github.ts';
import { answerGraphql } from '../../tests/github/answer-graphql.ts';
import { judgeExchange } from '../../tests/github/judge-contract.ts';
import { isDeviation, KNOWN_DEVIATIONS } from '../../tests/github/known-deviations.ts';

/** What the judge says of a request, whose answer is not judged. */
function judge(method: string, address: string, body?: unknown): string[] {
  const { pathname: path, searchParams: query } = new URL(address, 'http://x');
  const question = { method, path, query, body, headers: {} };
  return judgeExchange({ question, answer: { status: 200 }, isFault: true }).map(({ text }) => text);
}

function judgeAnswer(method: string, path: string, status: number, body: unknown): string[] {
  const question = { method, path, query: new URLSearchParams(), headers: {} };
  return judgeExchange({ question, answer: { status, body }, isFault: false }).map(({ text }) => text);
}

describe('the judge of requests', () => {
  const at = '/repos/a/b';
  it.each([
    ['an unknown operation', 'GET', `${at}/stargazers`, undefined, 'not among the operations that we use'],
    ['a wrong verb', 'POST', `${at}/pulls/1`, {}, 'not among the operations that we use'],
    [
      'a misspelt property',
      'POST',
      `${at}/issues/1/comments`,
      { body: 'x', boddy: 'y' },
      'unknown property boddy',
    ],
    ['a missing property', 'POST', `${at}/issues/1/comments`, {}, "must have required property 'body'"],
    ['a missing body', 'POST', `${at}/issues/1/comments`, undefined, 'no body'],
    ['a field of GraphQL', 'PATCH', `${at}/pulls/1`, { draft: false }, 'unknown property draft'],
    ['a wrong type', 'PUT', `${at}/pulls/1/merge`, { sha: 1 }, '/sha must be string'],
    [
      'an unknown reaction',
      'POST',
      `${at}/issues/comments/1/reactions`,
      { content: 'tick' },
      '/content must be equal',
    ],
    ['an unknown state', 'PATCH', `${at}/security-advisories/G`, { state: 'triage' }, '/state must be equal'],
    ['an unknown query', 'GET', `${at}/pulls?stat=all`, undefined, 'unknown query stat'],
    ['a wrong value in a query', 'GET', `${at}/pulls?state=merged`, undefined, 'query state: must be equal'],
  ])('finds %s', (_name, method, address, body, text) => {
    expect(judge(method, address, body).join('; ')).toContain(text);
  });

  it('has nothing against a good one', () => {
    expect(judge('GET', `${at}/pulls?state=all&per_page=1`)).toEqual([]);
    expect(judge('POST', `${at}/issues/1/comments`, { body: 'x' })).toEqual([]);
    expect(judge('POST', `${at}/git/refs`, { ref: 'refs/heads/x', sha: 'x' })).toEqual([]);
  });
});

describe('the judge of answers', () => {
  it('finds a status that GitHub does not give, and a shape that it does not have', () => {
    const path = '/repos/a/b/git/ref/heads%2Fmain';
    expect(judgeAnswer('GET', path, 418, {})).toEqual(['undocumented status 418']);
    expect(judgeAnswer('GET', path, 200, { ref: 1 }).join()).toContain('/ref must be string');
    const object = { type: 'commit', sha: '0'.repeat(40), url: 'http://x/y' };
    expect(judgeAnswer('GET', path, 200, { ref: 'x', node_id: 'x', url: 'http://x/y', object })).toEqual([]);
  });
});

describe('the judge of GraphQL', () => {
  const world = { viewer: 'alice', findNode: () => undefined, markReady: () => Promise.resolve(false) };
  it.each([
    ['{ viewer { logins } }', 'Cannot query field "logins"'],
    ['mutation { markPullRequestReadyForReview(input: {}) { clientMutationId } }', 'pullRequestId'],
    ['query ($id: ID!) { node(id: $id) { draft } }', 'Cannot query field "draft"'],
  ])('finds what is wrong with %s', async (query, text) => {
    const { violations, answer } = await answerGraphql({ query }, world);
    expect(violations.join()).toContain(text);
    expect(answer.body).toHaveProperty('errors');
  });

  it('tells of what is not there', async () => {
    const query = '{ nodes(ids: ["x"]) { id } }';
    const { answer, violations } = await answerGraphql({ query }, world);
    expect(violations).toEqual([]);
    expect(answer.body).toMatchObject({ errors: [{ type: 'NOT_FOUND' }] });
  });
});

describe('the stand-in', () => {
  it('deviates from GitHub’s description in what is known, and still does', async () => {
    const github = await openGithub({ offersDrafts: false });
    const alice = github.hostOf('alice');
    await alice.ensurePrivateRepo('cert/room', new Map([['a', '1']]));
    const from = (await alice.findHead('cert/room', 'main')) ?? '';
    const change = { expectedHead: undefined, from, files: new Map([['a', '2']]), message: 'x' };
    await alice.commit('cert/room', 'draft', change);
    await alice.openPull('cert/room', { branch: 'draft', base: 'main', title: 'x', body: '', draft: true });
    await alice.findPull('cert/room', 'draft');
    const line = { body: 'x', path: 'a', commit_id: from, subject_type: 'file' };
    await github.ask('alice', 'POST', '/repos/cert/room/pulls/1/comments', line);
    await alice.listPublicWords('cert/room');
    await github.ask('alice', 'POST', '/orgs/cert/repos', { name: 'empty', private: true });
    await alice.findRepo('cert/empty');
    const violations = github.allViolations();
    await github.close();
    expect(violations.filter(({ side }) => side === 'request')).toEqual([]);
    const unseen = Object.entries(KNOWN_DEVIATIONS)
      .filter(([, pattern]) => !violations.some((violation) => isDeviation(violation, pattern)))
      .map(([name]) => name);
    expect(unseen).toEqual([]);
  });
});
