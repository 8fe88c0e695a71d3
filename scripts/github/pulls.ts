import { HostError } from '#scripts/host/host.ts';
import type { Host, HostPull, NewPull } from '#scripts/host/host.ts';
import type { GithubClient } from './client.ts';
import type { GithubSettings } from './github-settings.ts';
import { splitRepo } from './repo-name.ts';
import { unlessMissing } from './unless-missing.ts';

type Pulls = Pick<Host, 'findPull' | 'openPull' | 'mergePull' | 'closePull'>;
type Sleep = GithubSettings['sleep'];

/** Marks an open pull request as a draft where GitHub's plan has no drafts. */
const DRAFT_LABEL = 'stage/draft';
const MOST_LOOKS = 5;

/** Pull requests. */
export function pullsOf(client: GithubClient, sleep: Sleep): Pulls {
  return {
    findPull: (repo, branch) => findPull(client, repo, branch),
    openPull: (repo, pull) => openPull(client, repo, pull),
    mergePull: (repo, pull, merge) => mergePull(client, sleep, repo, pull, merge),
    closePull: async (repo, pull) => {
      await client.rest.pulls.update({ ...splitRepo(repo), pull_number: pull, state: 'closed' });
    },
  };
}

async function findPull(client: GithubClient, repo: string, branch: string): Promise<HostPull | undefined> {
  const at = splitRepo(repo);
  const order = { sort: 'created', direction: 'desc', per_page: 1 } as const;
  const head = `${at.owner}:${branch}`;
  const { data } = await client.rest.pulls.list({ ...at, head, state: 'all', ...order });
  return data[0] && toPull(data[0]);
}

async function openPull(client: GithubClient, repo: string, pull: NewPull): Promise<HostPull> {
  const at = splitRepo(repo);
  const { branch: head, base, title, body, draft } = pull;
  const wanted = { ...at, head, base, title, body };
  try {
    return toPull((await client.rest.pulls.create({ ...wanted, draft })).data);
  } catch (error) {
    if (!draft || !isDraftRefusal(error)) throw error;
  }
  const { data } = await client.rest.pulls.create({ ...wanted, draft: false });
  await client.rest.issues.addLabels({ ...at, issue_number: data.number, labels: [DRAFT_LABEL] });
  return { ...toPull(data), isDraft: true };
}

function isDraftRefusal(error: unknown): boolean {
  if (!(error instanceof HostError) || error.problem !== 'refused') return false;
  return /draft pull requests are not supported/i.test(String(error.cause));
}

async function mergePull(
  client: GithubClient,
  sleep: Sleep,
  repo: string,
  pull: number,
  { head, subject }: { head: string; subject: string },
): Promise<string> {
  const at = { ...splitRepo(repo), pull_number: pull };
  const { data } = await client.rest.pulls.get(at);
  if (data.head.sha !== head) {
    throw new HostError('conflict', 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge');
  }
  if (data.state === 'open') await markReady(client, repo, data);
  await untilMergeable(client, sleep, at);
  // An empty message: GitHub's default would carry the messages of the draft and the addresses of its authors.
  const message = { commit_title: subject, commit_message: '' };
  const merge = { ...at, merge_method: 'squash', sha: head, ...message } as const;
  return (await client.rest.pulls.merge(merge)).data.sha;
}

const READY = `mutation ($id: ID!) {
  markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { isDraft } }
}`;

async function markReady(client: GithubClient, repo: string, pull: PullData & { node_id: string }) {
  if (pull.draft === true) await client.graphql(READY, { id: pull.node_id });
  if (!hasDraftLabel(pull)) return;
  const label = { ...splitRepo(repo), issue_number: pull.number, name: DRAFT_LABEL };
  await unlessMissing(client.rest.issues.removeLabel(label));
}

/** GitHub finds out in the background whether a pull request can be merged, and refuses until it knows. */
async function untilMergeable(
  client: GithubClient,
  sleep: Sleep,
  at: { owner: string; repo: string; pull_number: number },
): Promise<void> {
  for (let look = 1; look <= MOST_LOOKS; look += 1) {
    const { data } = await client.rest.pulls.get(at);
    if (data.mergeable !== null) return;
    await sleep(1000 * look);
  }
}

interface PullData {
  number: number;
  state: string;
  draft?: boolean | undefined;
  merged_at: string | null;
  merge_commit_sha: string | null;
  head: { sha: string };
  title: string;
  body: string | null;
  labels: readonly { name?: string }[];
}

function toPull(pull: PullData): HostPull {
  const { number, title, merged_at: mergedAt, merge_commit_sha: merged } = pull;
  const open = pull.state === 'open' ? 'open' : 'closed';
  return {
    number,
    state: mergedAt === null ? open : 'merged',
    isDraft: pull.draft === true || hasDraftLabel(pull),
    head: pull.head.sha,
    // Before the merge GitHub gives the commit of a trial here.
    ...(mergedAt !== null && merged !== null ? { merged } : {}),
    title,
    body: pull.body ?? '',
  };
}

function hasDraftLabel({ labels }: PullData): boolean {
  return labels.some(({ name }) => name === DRAFT_LABEL);
}
