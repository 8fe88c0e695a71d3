import { HostError } from '#scripts/host/host.ts';
import { findHead, readLog } from './branches.ts';
import type { GithubClient } from './client.ts';
import { commit } from './commit.ts';
import { hardenRepo } from './harden-repo.ts';
import { listFiles } from './read-files.ts';
import { splitRepo } from './repo-name.ts';
import { unlessMissing } from './unless-missing.ts';

type Files = ReadonlyMap<string, string>;

/** A new private repository, its settings and its first files; goes on where an earlier attempt broke off. */
export async function ensurePrivateRepo(
  client: GithubClient,
  actor: () => Promise<string>,
  repo: string,
  files: Files,
): Promise<void> {
  if (!(await isPrivateRepo(client, repo))) await create(client, actor, repo);
  await ensureFiles(client, repo, files);
  await hardenRepo(client, repo);
}

/** `false` when there is none. */
async function isPrivateRepo(client: GithubClient, repo: string): Promise<boolean> {
  const found = await unlessMissing(client.rest.repos.get(splitRepo(repo)));
  if (found !== undefined) assertPrivate(found.data, 'GET /repos/{owner}/{repo}');
  return found !== undefined;
}

async function create(client: GithubClient, actor: () => Promise<string>, repo: string): Promise<void> {
  const { owner, repo: name } = splitRepo(repo);
  // GitHub's default is a public repository.
  const wanted = { name, private: true, auto_init: true, has_wiki: false, has_projects: false } as const;
  const isOwn = owner.toLowerCase() === (await actor());
  try {
    const { data } = isOwn
      ? await client.rest.repos.createForAuthenticatedUser(wanted)
      : await client.rest.repos.createInOrg({ org: owner, ...wanted });
    assertPrivate(data, isOwn ? 'POST /user/repos' : 'POST /orgs/{org}/repos');
  } catch (error) {
    // GitHub refuses a name that is taken; somebody may have been faster.
    const isTaken = error instanceof HostError && error.problem === 'refused';
    if (!isTaken || !(await isPrivateRepo(client, repo))) throw error;
  }
}

function assertPrivate(data: { private: boolean }, asked: string): void {
  if (!data.private) throw new HostError('refused', asked, { cause: 'The repository is public.' });
}

/** Files are written only over what GitHub itself put there; everything else belongs to somebody. */
async function ensureFiles(client: GithubClient, repo: string, files: Files): Promise<void> {
  const head = (await findHead(client, repo, 'main')) ?? (await startMain(client, repo, files));
  const [first, second] = await readLog(client, repo, 'main', 2);
  if (second !== undefined || first?.message.trimEnd() !== GITHUBS_MESSAGE) return;
  const change = new Map<string, string | undefined>(files);
  for (const { path } of await listFiles(client, repo, head))
    if (!files.has(path)) change.set(path, undefined);
  await commit(client, repo, 'main', { expectedHead: head, files: change, message: OUR_MESSAGE });
}

/** The message of the commit that GitHub makes with a new repository. */
const GITHUBS_MESSAGE = 'Initial commit';
const OUR_MESSAGE = 'First files';

/**
 * `main` where it is missing: beside another first branch, for organisations that name it differently, or in a
 * repository without any commit, where only the contents API works.
 */
async function startMain(client: GithubClient, repo: string, files: Files): Promise<string> {
  const at = splitRepo(repo);
  const { data: branches } = await client.rest.repos.listBranches({ ...at, per_page: 1 });
  if (branches.length > 0) {
    return commit(client, repo, 'main', { expectedHead: undefined, files, message: OUR_MESSAGE });
  }
  const content = Buffer.from(`# ${at.repo}\n`, 'utf8').toString('base64');
  const readme = { path: 'README.md', message: GITHUBS_MESSAGE, content, branch: 'main' };
  const { data } = await client.rest.repos.createOrUpdateFileContents({ ...at, ...readme });
  return data.commit.sha ?? '';
}
