import { type Host, HostError, type NewCommit } from '../host/host.ts';
import { type BareRepo, findBareRepo, type Folder, openBareRepo } from './bare-repo.ts';
import { changeDesk, openDesk } from './desk.ts';
import { moveRefs } from './move-refs.ts';
import { closedPullsOf } from './pull-requests.ts';
import { readCommits, readObjects, readTexts, readTree } from './read-objects.ts';
import { assertBranch, assertCommit } from './safe-name.ts';
import { ownSignature, writeCommit } from './write-objects.ts';

/** Branches, their files and their history. */
export function branchesOf(
  folder: Folder,
): Pick<
  Host,
  'listBranches' | 'findHead' | 'readFiles' | 'listTree' | 'readLog' | 'commit' | 'deleteBranch'
> {
  return {
    listBranches: async (repo) => {
      const { run } = await openBareRepo(folder, repo);
      const output = await run(['for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads/']);
      return output.toString('utf8').split('\n').filter(Boolean);
    },
    findHead: async (repo, branch) => {
      assertBranch(branch);
      const bare = await findBareRepo(folder, repo);
      return bare && (await readObjects(bare, [`refs/heads/${branch}`]))[0]?.oid;
    },
    readFiles: async (repo, commit, prefix) => readTexts(await openBareRepo(folder, repo), commit, prefix),
    listTree: async (repo, commit) => readTree(await openBareRepo(folder, repo), commit),
    readLog: async (repo, branch, most) => {
      assertBranch(branch);
      return readCommits(await openBareRepo(folder, repo), [`refs/heads/${branch}`], most);
    },
    commit: (repo, branch, change) => commitTo(folder, repo, branch, change),
    deleteBranch: (repo, branch) => deleteBranch(folder, repo, branch),
  };
}

async function commitTo(folder: Folder, repo: string, branch: string, change: NewCommit): Promise<string> {
  const { expectedHead, from, files, message, signature = ownSignature(folder) } = change;
  const asked = `commit to ${branch} of ${repo}`;
  assertBranch(branch);
  if (from !== undefined) assertCommit(from);
  const bare = await openBareRepo(folder, repo);
  const { facts, heads } = await openDesk(bare, [branch]);
  if (facts.archived) throw new HostError('forbidden', `${asked}, which is archived`);
  if (heads[0] !== expectedHead) throw new HostError('conflict', asked);
  const parent = expectedHead ?? from;
  // A head that was found is there; what the asker names has to be looked for.
  if (expectedHead === undefined && from !== undefined) await assertThere(bare, from, asked);
  const to = await writeCommit(bare, { parent, files, message, signature });
  await moveRefs(bare, [{ ref: `refs/heads/${branch}`, from: expectedHead, to }]);
  return to;
}

async function assertThere(bare: BareRepo, commit: string, asked: string): Promise<void> {
  const [found] = await readObjects(bare, [`${commit}^{commit}`]);
  if (found === undefined) throw new HostError('missing', asked);
}

/** Its open pull request is closed with it. */
async function deleteBranch(folder: Folder, repo: string, branch: string): Promise<void> {
  assertBranch(branch);
  const does = `delete ${branch}`;
  if (branch === 'main') throw new HostError('refused', `${does} of ${repo}`);
  await changeDesk(folder, { repo, does, branches: [branch] }, async (desk) => {
    const [head] = desk.heads;
    if (head === undefined) throw new HostError('missing', `${does} of ${repo}`);
    const branches = [{ ref: `refs/heads/${branch}`, from: head, to: undefined }];
    return { result: undefined, branches, files: await closedPullsOf(desk, branch, head) };
  });
}
