import type { PublicWords } from '#scripts/host/host.ts';
import { readLog } from './branches.ts';
import type { GithubClient } from './client.ts';
import { inParallel } from './in-parallel.ts';
import { splitRepo } from './repo-name.ts';

/** The newest so many of each kind are read. */
const MOST = 200;
const MOST_COMMITS = 100;
/** Pull requests whose own commits and reviews are read, too. */
const MOST_PULLS = 30;
const AT_ONCE = 4;

type At = ReturnType<typeof splitRepo>;

/**
 * What anyone can read of a repository beside its files. Commits of a pull request stay readable after its branch is
 * gone, and so do its reviews.
 */
export async function listPublicWords(client: GithubClient, repo: string): Promise<PublicWords[]> {
  const at = splitRepo(repo);
  const kinds = [wordsOfRepo, wordsOfIssues, wordsOfComments, wordsOfLines, wordsOfRuns, wordsOfReleases];
  const some = await inParallel(kinds, AT_ONCE, (kind) => kind(client, at));
  return [...(await wordsOfBranches(client, repo)), ...some.flat(), ...(await wordsOfPulls(client, at))];
}

async function wordsOfRepo(client: GithubClient, at: At): Promise<PublicWords[]> {
  const { data } = await client.rest.repos.get(at);
  const text = join(data.description, data.homepage, ...(data.topics ?? []));
  return text === '' ? [] : [{ place: 'description', text }];
}

async function wordsOfBranches(client: GithubClient, repo: string): Promise<PublicWords[]> {
  const question = { ...splitRepo(repo), per_page: 100 };
  const branches = await client.paginate(client.rest.repos.listBranches, question);
  const names = branches.map(({ name }) => name);
  const logs = await inParallel(names, AT_ONCE, (branch) => readLog(client, repo, branch, MOST_COMMITS));
  const messages = new Map(logs.flat().map(({ sha, message }) => [sha, message]));
  return [
    ...names.map((name) => ({ place: `branch ${name}`, text: name })),
    ...[...messages].map(([sha, text]) => ({ place: `commit ${sha.slice(0, 12)}`, text })),
  ];
}

async function wordsOfIssues(client: GithubClient, at: At): Promise<PublicWords[]> {
  const question = { ...at, state: 'all', sort: 'created', direction: 'desc', per_page: 100 } as const;
  const list = client.rest.issues.listForRepo;
  const issues = await client.paginate(list, question, newest(MOST));
  return issues.map(({ number, title, body, pull_request: isPull, labels }) => ({
    place: `${isPull ? 'pull request' : 'issue'} ${number}`,
    text: join(title, body, ...labels.map((label) => (typeof label === 'string' ? label : label.name))),
  }));
}

async function wordsOfComments(client: GithubClient, at: At): Promise<PublicWords[]> {
  const question = { ...at, sort: 'created', direction: 'desc', per_page: 100 } as const;
  const list = client.rest.issues.listCommentsForRepo;
  const comments = await client.paginate(list, question, newest(MOST));
  return comments.map(({ issue_url: url, body }) => ({
    place: `comment at ${lastOf(url)}`,
    text: body ?? '',
  }));
}

async function wordsOfLines(client: GithubClient, at: At): Promise<PublicWords[]> {
  const question = { ...at, sort: 'created', direction: 'desc', per_page: 100 } as const;
  const list = client.rest.pulls.listReviewCommentsForRepo;
  const comments = await client.paginate(list, question, newest(MOST));
  return comments.map(({ pull_request_url: url, body }) => ({
    place: `comment at ${lastOf(url)}`,
    text: body,
  }));
}

async function wordsOfRuns(client: GithubClient, at: At): Promise<PublicWords[]> {
  const question = { ...at, per_page: 100 };
  const list = client.rest.actions.listWorkflowRunsForRepo;
  const runs = await client.paginate(list, question, newest(MOST));
  return runs.map((run) => ({
    place: `run ${run.run_number}`,
    text: join(run.name, run.display_title, run.head_branch, run.head_commit?.message),
  }));
}

async function wordsOfReleases(client: GithubClient, at: At): Promise<PublicWords[]> {
  const question = { ...at, per_page: 100 };
  const releases = await client.paginate(client.rest.repos.listReleases, question, newest(MOST));
  const tags = await client.paginate(client.rest.repos.listTags, question, newest(MOST));
  return [
    ...releases.map((release) => ({
      place: `release ${release.tag_name}`,
      text: join(release.tag_name, release.name, release.body),
    })),
    ...tags.map(({ name }) => ({ place: `tag ${name}`, text: name })),
  ];
}

async function wordsOfPulls(client: GithubClient, at: At): Promise<PublicWords[]> {
  const order = { sort: 'created', direction: 'desc', per_page: MOST_PULLS } as const;
  const { data: pulls } = await client.rest.pulls.list({ ...at, state: 'all', ...order });
  const words = await inParallel(pulls, AT_ONCE, async ({ number, head }) => {
    const one = { ...at, pull_number: number, per_page: 100 };
    const commits = await client.paginate(client.rest.pulls.listCommits, one);
    const reviews = await client.paginate(client.rest.pulls.listReviews, one);
    const texts = [
      head.ref,
      ...commits.map(({ commit }) => commit.message),
      ...reviews.map(({ body }) => body),
    ];
    return { place: `pull request ${number}`, text: join(...texts) };
  });
  return words;
}

/** Ends the paging after so many. */
function newest(most: number) {
  let seen = 0;
  return <Item>({ data }: { data: Item[] }, done: () => void): Item[] => {
    seen += data.length;
    if (seen >= most) done();
    return data;
  };
}

function join(...texts: readonly (string | null | undefined)[]): string {
  return texts.filter((text) => text).join('\n');
}

function lastOf(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}
