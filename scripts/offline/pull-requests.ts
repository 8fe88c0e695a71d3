import { z } from 'zod';
import { type Host, HostError, type HostPull, type NewPull } from '../host/host.ts';
import { type BareRepo, type Folder, openBareRepo } from './bare-repo.ts';
import { changeDesk, type Desk, openDesk, parseDeskFile } from './desk.ts';
import { assertBranch } from './safe-name.ts';
import { ownSignature, writeTreeCommit } from './write-objects.ts';

const pullSchema = z.strictObject({
  number: z.number().int().positive(),
  branch: z.string(),
  base: z.string(),
  state: z.enum(['open', 'closed', 'merged']),
  draft: z.boolean(),
  /** Head commit when it was opened, closed or merged; while it is open, the branch itself tells. */
  head: z.string(),
  merged: z.string().optional(),
  title: z.string(),
  body: z.string(),
});
export type Pull = z.infer<typeof pullSchema>;

/** Pull requests from one branch of a repository to another. */
export function pullsOf(folder: Folder): Pick<Host, 'findPull' | 'openPull' | 'mergePull' | 'closePull'> {
  return {
    findPull: async (repo, branch) => {
      assertBranch(branch);
      const desk = await openDesk(await openBareRepo(folder, repo), [branch]);
      const pull = (await readPulls(desk)).findLast((one) => one.branch === branch);
      return pull && toHostPull(pull, desk.heads[0]);
    },
    openPull: (repo, pull) => openPull(folder, repo, pull),
    mergePull: (repo, pull, merge) => mergePull(folder, repo, pull, merge),
    closePull: async (repo, number) => {
      const branches = [(await requirePull(await openDesk(await openBareRepo(folder, repo)), number)).branch];
      await changeDesk(folder, { repo, does: `close pull request ${number}`, branches }, async (desk) => {
        const pull = await requirePull(desk, number);
        return { result: undefined, files: pull.state === 'open' ? closed(pull, desk.heads[0]) : new Map() };
      });
    },
  };
}

/** All pull requests, the oldest first. */
export async function readPulls(desk: Pick<Desk, 'read'>): Promise<Pull[]> {
  const files = await desk.read('pulls');
  const pulls = [...files].map(([path, text]) => parseDeskFile(pullSchema, path, text));
  return pulls.toSorted((a, b) => a.number - b.number);
}

/**
 * One pull request by its number.
 * @throws {HostError} `missing` when there is none
 */
export async function requirePull(desk: Pick<Desk, 'read'>, number: number): Promise<Pull> {
  const path = pullPath(number);
  const text = (await desk.read(path)).get(path);
  if (text === undefined) throw new HostError('missing', `find pull request ${number}`);
  return parseDeskFile(pullSchema, path, text);
}

/** The files of a desk in which the open pull requests of a branch are closed. */
export async function closedPullsOf(
  desk: Desk,
  branch: string,
  head: string,
): Promise<ReadonlyMap<string, Pull>> {
  const open = (await readPulls(desk)).filter((pull) => pull.branch === branch && pull.state === 'open');
  return new Map(open.flatMap((pull) => [...closed(pull, head)]));
}

function closed(pull: Pull, head = pull.head): Map<string, Pull> {
  return fileOf({ ...pull, state: 'closed', head });
}

function fileOf(pull: Pull): Map<string, Pull> {
  return new Map([[pullPath(pull.number), pull]]);
}

function pullPath(number: number): string {
  return `pulls/${number}.json`;
}

function toHostPull({ number, state, draft, merged, title, body, ...pull }: Pull, head?: string): HostPull {
  const now = state === 'open' ? (head ?? pull.head) : pull.head;
  return { number, state, isDraft: draft, head: now, ...(merged && { merged }), title, body };
}

async function openPull(folder: Folder, repo: string, asked: NewPull): Promise<HostPull> {
  const { branch, base, title, body, draft } = asked;
  assertBranch(branch);
  assertBranch(base);
  const does = `open a pull request from ${branch} to ${base}`;
  return changeDesk(folder, { repo, does, branches: [branch, base] }, async (desk) => {
    const [head, target] = desk.heads;
    const isOpen = (await readPulls(desk)).some((one) => one.branch === branch && one.state === 'open');
    if (head === undefined || target === undefined || head === target || isOpen)
      throw new HostError('refused', `${does} of ${repo}`);
    const number = desk.facts.lastPull + 1;
    const pull: Pull = { number, branch, base, state: 'open', draft, head, title, body };
    return { result: toHostPull(pull), facts: { ...desk.facts, lastPull: number }, files: fileOf(pull) };
  });
}

async function mergePull(
  folder: Folder,
  repo: string,
  number: number,
  { head, subject }: Parameters<Host['mergePull']>[2],
): Promise<string> {
  const does = `merge pull request ${number}`;
  const { branch, base } = await requirePull(await openDesk(await openBareRepo(folder, repo)), number);
  return changeDesk(folder, { repo, does, branches: [branch, base] }, async (desk, bare) => {
    const pull = await requirePull(desk, number);
    const [ours, theirs] = desk.heads;
    if (pull.state !== 'open' || theirs === undefined) throw new HostError('refused', `${does} of ${repo}`);
    // Not what changeDesk would try again: the asker has seen another head.
    if (ours !== head) throw new HostError('conflict', `${does} of ${repo}`);
    const tree = await mergeTrees(bare, theirs, head, `${does} of ${repo}`);
    const merged = await writeTreeCommit(bare, tree, {
      parent: theirs,
      message: subject,
      signature: ownSignature(folder),
    });
    const files = fileOf({ ...pull, state: 'merged', draft: false, head, merged });
    return { result: merged, files, branches: [{ ref: `refs/heads/${base}`, from: theirs, to: merged }] };
  });
}

/** The tree of both sides together, made without a working copy (git 2.38 and later). */
async function mergeTrees(bare: BareRepo, base: string, head: string, asked: string): Promise<string> {
  const { code, stdout, stderr } = await bare.ask([
    'merge-tree',
    '--write-tree',
    '--no-messages',
    base,
    head,
  ]);
  const [tree = ''] = stdout.toString('utf8').split('\n');
  if (code === 0) return tree;
  if (code === 1) throw new HostError('conflict', asked);
  const isUnrelated = /unrelated histories/.test(stderr);
  throw new HostError(isUnrelated ? 'refused' : 'unavailable', asked, { cause: new Error(stderr) });
}
