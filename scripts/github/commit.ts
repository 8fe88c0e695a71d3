import { HostError } from '#scripts/host/host.ts';
import type { NewCommit } from '#scripts/host/host.ts';
import { findHead } from './branches.ts';
import type { GithubClient } from './client.ts';
import { listFiles } from './read-files.ts';
import { splitRepo } from './repo-name.ts';

/**
 * One new commit on a branch, through the git data API: the branch moves last and never by force, so a commit that was
 * overtaken stays unreachable and is reported as a conflict. Returns the commit.
 */
export async function commit(
  client: GithubClient,
  repo: string,
  branch: string,
  change: NewCommit,
): Promise<string> {
  const { expectedHead } = change;
  if (expectedHead !== undefined && (await findHead(client, repo, branch)) !== expectedHead) {
    throw new HostError('conflict', 'PATCH /repos/{owner}/{repo}/git/refs/{ref}');
  }
  const parent = expectedHead ?? change.from;
  const tree = await makeTree(client, repo, parent, change.files);
  const sha = await makeCommit(client, repo, tree, parent, change);
  const at = splitRepo(repo);
  if (expectedHead === undefined)
    await client.rest.git.createRef({ ...at, ref: `refs/heads/${branch}`, sha });
  else await client.rest.git.updateRef({ ...at, ref: `heads/${branch}`, sha, force: false });
  return sha;
}

async function makeCommit(
  client: GithubClient,
  repo: string,
  tree: string,
  parent: string | undefined,
  { message, signature }: NewCommit,
): Promise<string> {
  const who = signature && { name: signature.name, email: signature.email, date: signature.at };
  const parents = parent === undefined ? [] : [parent];
  const signed = who && { author: who, committer: who };
  const made = await client.rest.git.createCommit({ ...splitRepo(repo), message, tree, parents, ...signed });
  return made.data.sha;
}

type Files = NewCommit['files'];

async function makeTree(
  client: GithubClient,
  repo: string,
  parent: string | undefined,
  files: Files,
): Promise<string> {
  const at = splitRepo(repo);
  const base = parent && (await client.rest.git.getCommit({ ...at, commit_sha: parent })).data.tree.sha;
  const entries = [...additions(files), ...(await removals(client, repo, parent, files))];
  if (base && entries.length === 0) return base;
  const tree = { ...at, tree: entries, ...(base ? { base_tree: base } : {}) };
  return (await client.rest.git.createTree(tree)).data.sha;
}

const FILE = { mode: '100644', type: 'blob' } as const;

function additions(files: Files) {
  return [...files].flatMap(([path, content]) => (content === undefined ? [] : [{ ...FILE, path, content }]));
}

/** GitHub refuses to remove what is not there, so a removal that was done already is left out. */
async function removals(client: GithubClient, repo: string, parent: string | undefined, files: Files) {
  const gone = [...files].filter(([, content]) => content === undefined).map(([path]) => path);
  if (gone.length === 0 || parent === undefined) return [];
  const present = new Set((await listFiles(client, repo, parent)).map(({ path }) => path));
  return gone.filter((path) => present.has(path)).map((path) => ({ ...FILE, path, sha: null }));
}
