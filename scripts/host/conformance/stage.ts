import { type Host, HostError, type HostProblem, type HostPull, type HostReport } from '../host.ts';

/** A host for one test, empty at its beginning, and what the suite needs of the world around it. */
export interface HostStage {
  host: Host;
  /** Whose repositories the suite may make. */
  owner: string;
  /** Logins, lower case, of two accounts that are not the host's own. */
  others: readonly [string, string];
  makePublicRepo: (repo: string, files: ReadonlyMap<string, string>) => Promise<void>;
  commentAs: (repo: string, pull: number, login: string, body: string) => Promise<number>;
  submitFormAs: (repo: string, login: string, body: string) => Promise<number>;
  editFormAs: (repo: string, form: number, login: string, body: string) => Promise<void>;
  /** Absent where no report can be filed. */
  addReport?: (repo: string, report: HostReport) => Promise<void>;
}

/** The stage of the test that runs. */
export type At = () => HostStage;

/** The first files of a room. */
export const FILES = new Map([
  ['README.md', '# 調整室\n'],
  ['a/one.txt', '1\n'],
  ['a/b/two.txt', '2\n'],
  ['ab.txt', 'beside a\n'],
]);

export const NEW_PULL = { branch: 'draft', base: 'main', title: 'Draft', body: 'About 回覧', draft: true };

export async function openRoom(
  stage: HostStage,
): Promise<{ host: Host; repo: string; others: HostStage['others'] }> {
  const { host, owner, others } = stage;
  const repo = `${owner}/room-k3v9qm`;
  await host.ensurePrivateRepo(repo, FILES);
  return { host, repo, others };
}

export async function openPull(
  stage: HostStage,
  parts: { draft?: boolean } = {},
): Promise<{ stage: HostStage; host: Host; repo: string; pull: HostPull }> {
  const { host, repo } = await openRoom(stage);
  const from = await requireHead(host, repo);
  const draft = { expectedHead: undefined, from, files: new Map([['draft.md', '1']]), message: 'draft' };
  await host.commit(repo, 'draft', draft);
  return { stage, host, repo, pull: await host.openPull(repo, { ...NEW_PULL, ...parts }) };
}

export async function write(
  host: Host,
  repo: string,
  branch: string,
  files: ReadonlyMap<string, string | undefined>,
  message = 'change',
): Promise<string> {
  return host.commit(repo, branch, { expectedHead: await host.findHead(repo, branch), files, message });
}

export async function requireHead(host: Host, repo: string): Promise<string> {
  const head = await host.findHead(repo, 'main');
  if (head === undefined) throw new Error(`${repo} has no main branch.`);
  return head;
}

/** The problem with which a promise fails; anything but an error of the host passes through. */
export async function problemOf(promise: Promise<unknown>): Promise<HostProblem | 'none'> {
  try {
    await promise;
    return 'none';
  } catch (error) {
    if (error instanceof HostError) return error.problem;
    throw error;
  }
}
