import { expect, it } from 'vitest';
import { type At, FILES, openRoom, problemOf, requireHead } from './stage.ts';

export function describeRepositories(at: At): void {
  it('makes a private one with its first files, and leaves what is there', async () => {
    const { host, repo } = await openRoom(at());
    expect(await host.findRepo(repo)).toEqual({ isPrivate: true, isArchived: false });
    const head = await requireHead(host, repo);
    await host.ensurePrivateRepo(repo, new Map([['README.md', 'other']]));
    expect(await requireHead(host, repo)).toBe(head);
    expect(await host.readFiles(repo, head, '')).toEqual(FILES);
  });

  it('makes one only when asked at the same time', async () => {
    const { host, owner } = at();
    const repo = `${owner}/room-twice`;
    const asked = await Promise.allSettled([1, 2].map(() => host.ensurePrivateRepo(repo, FILES)));
    expect(asked.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await host.readLog(repo, 'main', 9)).toHaveLength(1);
  });

  it('refuses to take a public one for private', async () => {
    const { host, owner, makePublicRepo } = at();
    await makePublicRepo(`${owner}/site`, FILES);
    expect(await host.findRepo(`${owner}/site`)).toEqual({ isPrivate: false, isArchived: false });
    expect(await problemOf(host.ensurePrivateRepo(`${owner}/site`, FILES))).toBe('refused');
  });

  it('knows what is missing', async () => {
    const { host, owner } = at();
    expect(await host.findRepo(`${owner}/nothing`)).toBeUndefined();
    expect(await host.findHead(`${owner}/nothing`, 'main')).toBeUndefined();
    expect(await problemOf(host.listBranches(`${owner}/nothing`))).toBe('missing');
  });

  it('archives, which ends all writing', async () => {
    const { host, repo } = await openRoom(at());
    const expectedHead = await requireHead(host, repo);
    await host.archiveRepo(repo);
    await host.archiveRepo(repo);
    expect(await host.findRepo(repo)).toEqual({ isPrivate: true, isArchived: true });
    const change = { expectedHead, files: new Map([['a', 'b']]), message: 'late' };
    expect(await problemOf(host.commit(repo, 'main', change))).toBe('forbidden');
  });
}

export function describeReaders(at: At): void {
  it('invites once, whatever the case of the login, and lists in lower case', async () => {
    const { others, host, repo } = await openRoom(at());
    const [acme, initech] = others;
    expect(await host.listReaders(repo)).toEqual([]);
    await host.ensureReader(repo, initech);
    await host.ensureReader(repo, acme.toUpperCase());
    await host.ensureReader(repo, acme);
    expect((await host.listReaders(repo)).toSorted()).toEqual([acme, initech].toSorted());
  });

  it('removes, also somebody who is gone', async () => {
    const { others, host, repo } = await openRoom(at());
    for (const login of others) await host.ensureReader(repo, login);
    await host.removeReader(repo, others[0]);
    await host.removeReader(repo, others[0]);
    expect(await host.listReaders(repo)).toEqual([others[1]]);
  });
}
