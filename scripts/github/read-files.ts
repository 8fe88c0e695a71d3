import { HostError } from '#scripts/host/host.ts';
import type { GithubClient } from './client.ts';
import { inParallel } from './in-parallel.ts';
import { splitRepo } from './repo-name.ts';

const MOST_AT_ONCE = 8;

interface TreeFile {
  path: string;
  sha: string;
}

/**
 * Texts of the files at a commit whose path is `prefix` or lies below it, by path. Links and submodules are left out.
 * @throws {HostError} `refused` when the repository is too large for GitHub to list
 */
export async function readFiles(
  client: GithubClient,
  repo: string,
  commit: string,
  prefix: string,
): Promise<ReadonlyMap<string, string>> {
  const files = (await listFiles(client, repo, commit)).filter(({ path }) => isBelow(path, prefix));
  const texts = await inParallel(files, MOST_AT_ONCE, async ({ path, sha }): Promise<[string, string]> => {
    const { data } = await client.rest.git.getBlob({ ...splitRepo(repo), file_sha: sha });
    return [path, Buffer.from(data.content, 'base64').toString('utf8')];
  });
  return new Map(texts);
}

/** Every file of a commit. */
export async function listFiles(client: GithubClient, repo: string, commit: string): Promise<TreeFile[]> {
  const entries = await loadTree(client, repo, commit);
  return entries
    .filter(({ type, mode }) => type === 'blob' && mode !== SYMBOLIC_LINK)
    .map(({ path, sha }) => ({ path, sha }));
}

const SYMBOLIC_LINK = '120000';

/** Everything that stands in a commit but its folders: path → mode and digest. */
export async function listTree(
  client: GithubClient,
  repo: string,
  commit: string,
): Promise<ReadonlyMap<string, string>> {
  const entries = (await loadTree(client, repo, commit)).filter(({ type }) => type !== 'tree');
  return new Map(entries.map(({ path, mode, sha }) => [path, `${mode} ${sha}`]));
}

async function loadTree(client: GithubClient, repo: string, commit: string) {
  const question = { ...splitRepo(repo), tree_sha: commit, recursive: 'true' };
  const { data } = await client.rest.git.getTree(question);
  if (data.truncated) {
    const cause = 'The repository has more files than GitHub lists at once.';
    throw new HostError('refused', 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}', { cause });
  }
  return data.tree;
}

function isBelow(path: string, prefix: string): boolean {
  if (prefix === '' || path === prefix) return true;
  return path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
}
