import { afterAll, describe, expect, it } from 'vitest';
import { openGithub } from '../../tests/builders/a-github.ts';
import type { Github } from '../../tests/builders/a-github.ts';
import { describeHost } from '#scripts/host/host.conformance.ts';
import type { Host } from '#scripts/host/host.ts';

const open: Github[] = [];

describeHost('GitHub', async () => {
  const github = await openGithub({ repos: [] });
  open.push(github);
  const host = github.hostOf('alice');
  return {
    host: { ...host, readLog: readLogWithoutGithubs(host) },
    owner: 'cert',
    others: ['acme-psirt', 'initech-psirt'],
    makePublicRepo: async (repo, files) => {
      const [org = '', name] = repo.split('/');
      await github.ask('alice', 'POST', `/orgs/${org}/repos`, { name, auto_init: true });
      const expectedHead = await host.findHead(repo, 'main');
      await host.commit(repo, 'main', { expectedHead, files, message: 'First files' });
    },
    commentAs: github.commentAs,
    submitFormAs: github.submitFormAs,
    editFormAs: github.editFormAs,
    addReport: (
      repo,
      { reference, title: summary, text: description, finder: author, product, receivedAt },
    ) => {
      const known = { repo, reference, summary, description, author, createdAt: receivedAt };
      github.addReport(product === undefined ? known : { ...known, product });
      return Promise.resolve();
    },
  };
});

/** GitHub begins a repository with a commit of its own, which the suite does not count. */
function readLogWithoutGithubs(host: Host): Host['readLog'] {
  return async (...question) =>
    (await host.readLog(...question)).filter(({ message }) => message !== 'Initial commit');
}

describe('the requests of the suite', () => {
  it('keep to GitHub’s description', () => {
    expect(open.flatMap((github) => github.violations())).toEqual([]);
  });
});

afterAll(async () => {
  await Promise.all(open.map((github) => github.close()));
});
