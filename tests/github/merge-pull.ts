import { record, records, refusal } from './exchange.ts';
import type { Answer } from './exchange.ts';
import { headOf } from './routes/pulls.ts';
import type { Place, World } from './world.ts';

/**
 * A squash as GitHub does it: what the pull request changes is put on top of the branch as it is now. The emulator
 * takes over the whole tree as it was when the pull request was opened, and answers with other statuses.
 */
export async function mergePull({ world, question, repo, found: [number = ''] }: Place): Promise<Answer> {
  const pull = record((await world.ask('GET', `/repos/${repo}/pulls/${number}`)).body);
  const wanted = record(question.body);
  if (pull['state'] !== 'open') return refusal(405, 'Pull Request is not mergeable');
  if (pull['draft'] === true) return refusal(405, 'Pull Request is still a draft');
  const head = await headOf(world, repo, pull);
  if (wanted['sha'] !== undefined && wanted['sha'] !== head) {
    return refusal(409, 'Head branch was modified. Review and try the merge again.');
  }
  const base = String(record(pull['base'])['ref']);
  const onto = await tipOf(world, repo, base);
  const entries = await combine(world, repo, onto, head);
  if (entries === undefined) return refusal(405, 'Pull Request is not mergeable');
  const { commit_title, commit_message, merge_method } = wanted;
  const body = { commit_title, commit_message, merge_method };
  const answer = await world.forward({ ...question, body });
  if (answer.status !== 200) return answer;
  const sha = await squash(world, repo, base, onto, entries, String(wanted['commit_title']));
  world.merges.set(String(record(answer.body)['sha']), sha);
  return { status: 200, body: { ...record(answer.body), sha } };
}

async function squash(
  world: World,
  repo: string,
  base: string,
  onto: string,
  entries: readonly object[],
  message: string,
): Promise<string> {
  const git = `/repos/${repo}/git`;
  const ontoTree = record(record((await world.ask('GET', `${git}/commits/${onto}`)).body)['tree'])['sha'];
  const tree = await world.ask('POST', `${git}/trees`, { base_tree: ontoTree, tree: entries });
  const commit = { message, tree: record(tree.body)['sha'], parents: [onto] };
  const sha = String(record((await world.ask('POST', `${git}/commits`, commit)).body)['sha']);
  await world.ask('PATCH', `${git}/refs/heads/${base}`, { sha, force: true });
  return sha;
}

type Files = ReadonlyMap<string, string>;

/** The entries by which the head changes its beginning; `undefined` when the branch changed the same file. */
async function combine(
  world: World,
  repo: string,
  onto: string,
  head: string,
): Promise<object[] | undefined> {
  const compared = record((await world.ask('GET', `/repos/${repo}/compare/${onto}...${head}`)).body);
  const beginning = String(record(compared['merge_base_commit'])['sha']);
  const [before, ours, theirs] = await Promise.all(
    [beginning, head, onto].map((sha) => filesOf(world, repo, sha)),
  );
  if (!before || !ours || !theirs) return undefined;
  const changed = [...new Set([...before.keys(), ...ours.keys()])].filter(
    (path) => before.get(path) !== ours.get(path),
  );
  const isInTheWay = (path: string) =>
    theirs.get(path) !== before.get(path) && theirs.get(path) !== ours.get(path);
  if (changed.some(isInTheWay)) return undefined;
  return changed
    .filter((path) => ours.has(path) || theirs.has(path))
    .map((path) => ({ path, mode: '100644', type: 'blob', sha: ours.get(path) ?? null }));
}

async function filesOf(world: World, repo: string, sha: string): Promise<Files> {
  const { body } = await world.ask('GET', `/repos/${repo}/git/trees/${sha}?recursive=true`);
  const blobs = records(record(body)['tree']).filter(({ type }) => type === 'blob');
  return new Map(blobs.map((entry) => [String(entry['path']), String(entry['sha'])]));
}

async function tipOf(world: World, repo: string, branch: string): Promise<string> {
  const { body } = await world.ask('GET', `/repos/${repo}/git/ref/heads/${branch}`);
  return String(record(record(body)['object'])['sha']);
}
