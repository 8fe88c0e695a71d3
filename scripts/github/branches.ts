import { HostError } from '#scripts/host/host.ts';
import type { Host, HostCommit } from '#scripts/host/host.ts';
import type { GithubClient } from './client.ts';
import { splitRepo } from './repo-name.ts';

type Branches = Pick<Host, 'listBranches' | 'findHead' | 'readLog' | 'deleteBranch'>;

/** Branches and their history. */
export function branchesOf(client: GithubClient): Branches {
  return {
    listBranches: async (repo) => {
      const branches = await client.paginate(client.rest.repos.listBranches, {
        ...splitRepo(repo),
        per_page: 100,
      });
      return branches.map(({ name }) => name);
    },
    findHead: (repo, branch) => findHead(client, repo, branch),
    readLog: (repo, branch, most) => readLog(client, repo, branch, most),
    deleteBranch: async (repo, branch) => {
      await client.rest.git.deleteRef({ ...splitRepo(repo), ref: `heads/${branch}` });
    },
  };
}

export async function findHead(
  client: GithubClient,
  repo: string,
  branch: string,
): Promise<string | undefined> {
  try {
    const { data } = await client.rest.git.getRef({ ...splitRepo(repo), ref: `heads/${branch}` });
    return data.object.sha;
  } catch (error) {
    // 409 is GitHub's answer for a repository without any commit.
    if (error instanceof HostError && ['missing', 'conflict'].includes(error.problem)) return undefined;
    throw error;
  }
}

export async function readLog(
  client: GithubClient,
  repo: string,
  branch: string,
  most: number,
): Promise<HostCommit[]> {
  const question = { ...splitRepo(repo), sha: branch, per_page: Math.min(most, 100) };
  let seen = 0;
  const commits = await client.paginate(client.rest.repos.listCommits, question, ({ data }, done) => {
    seen += data.length;
    if (seen >= most) done();
    return data.map(({ sha, commit }) => ({ sha, message: commit.message }));
  });
  return commits.slice(0, most);
}
