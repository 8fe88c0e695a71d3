import { expect, it } from 'vitest';
import { type At, FILES, NEW_PULL, requireHead } from './stage.ts';

export function describePublicSide(at: At): void {
  it('tells everything that is said beside the files', async () => {
    const { host, owner, others, makePublicRepo, submitFormAs } = at();
    const repo = `${owner}/site`;
    await makePublicRepo(repo, FILES);
    const from = await requireHead(host, repo);
    const draft = { expectedHead: undefined, from, files: new Map([['d', 'd']]), message: 'canary-message' };
    await host.commit(repo, 'canary-branch', draft);
    const pull = {
      ...NEW_PULL,
      branch: 'canary-branch',
      draft: false,
      title: 'canary-title',
      body: 'canary-body',
    };
    const { number } = await host.openPull(repo, pull);
    await host.createComment(repo, number, 'canary-comment');
    await submitFormAs(repo, others[0], 'canary-form');
    const words = (await host.listPublicWords(repo)).map(({ text }) => text).join('\n');
    const missing = ['branch', 'message', 'title', 'body', 'comment', 'form'].filter(
      (one) => !words.includes(`canary-${one}`),
    );
    expect(missing).toEqual([]);
  });

  it('gives the reports that wait, until they are answered', async (test) => {
    const { host, owner, others, makePublicRepo, addReport } = at();
    if (addReport === undefined) {
      test.skip();
      return;
    }
    const repo = `${owner}/site`;
    await makePublicRepo(repo, FILES);
    const finder = { finder: others[0], receivedAt: '2026-11-01T00:00:00Z' };
    const one = { reference: 'GHSA-aaaa-bbbb-cccc', title: 'One', text: 'x', product: 'Kairan', ...finder };
    const two = { reference: 'GHSA-dddd-eeee-ffff', title: 'Two', text: '二', ...finder };
    for (const report of [one, two]) await addReport(repo, report);
    expect(await host.listReports(repo)).toEqual([one, two]);
    await host.answerReport(repo, one.reference, 'accepted');
    expect(await host.listReports(repo)).toEqual([two]);
    await host.answerReport(repo, two.reference, 'refused');
    expect(await host.listReports(repo)).toEqual([]);
  });
}
