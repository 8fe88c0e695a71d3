import { record, records, refusal } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import { mergePull } from '../merge-pull.ts';
import type { Place, Route, World } from '../world.ts';

/** Pull requests, whose heads the emulator does not move on. */
export const pullRoutes: readonly Route[] = [
  { method: 'GET', pattern: /^\/pulls$/, answer: listPulls },
  { method: 'POST', pattern: /^\/pulls$/, answer: openPull },
  { method: 'GET', pattern: /^\/pulls\/(\d+)$/, answer: forwardPull },
  { method: 'PATCH', pattern: /^\/pulls\/(\d+)$/, answer: updatePull },
  { method: 'GET', pattern: /^\/pulls\/(\d+)\/commits$/, answer: listCommits },
  { method: 'PUT', pattern: /^\/pulls\/(\d+)\/merge$/, answer: mergePull },
  { method: 'DELETE', pattern: /^\/git\/refs\/heads\/(.+)$/, answer: deleteBranch },
];

const heads = new WeakMap<World, Map<string, string>>();

/** The head commit of a pull request: that of its branch while it is open, then the last one. */
export async function headOf(world: World, repo: string, pull: Record<string, unknown>): Promise<string> {
  const known = heads.get(world) ?? new Map<string, string>();
  heads.set(world, known);
  const key = `${repo}#${String(pull['number'])}`;
  const head = record(pull['head']);
  if (pull['state'] === 'open') {
    const { body } = await world.ask('GET', `/repos/${repo}/git/ref/heads/${String(head['ref'])}`);
    const sha = record(record(body)['object'])['sha'];
    if (typeof sha === 'string') known.set(key, sha);
  }
  return known.get(key) ?? String(head['sha']);
}

async function correct({ world, repo }: Place, pull: Record<string, unknown>) {
  world.nodes.set(String(pull['node_id']), `/repos/${repo}/pulls/${String(pull['number'])}`);
  const merged = world.merges.get(String(pull['merge_commit_sha']));
  const sha = await headOf(world, repo, pull);
  const corrected = { ...pull, head: { ...record(pull['head']), sha } };
  return merged === undefined ? corrected : { ...corrected, merge_commit_sha: merged };
}

async function forwardPull(place: Place): Promise<Answer> {
  const answer = await place.world.forward(place.question);
  const isPull = answer.status === 200 || answer.status === 201;
  return isPull ? { ...answer, body: await correct(place, record(answer.body)) } : answer;
}

/** A field that GitHub's REST API does not have must not work here either. */
async function updatePull(place: Place): Promise<Answer> {
  await place.world
    .ask('GET', `/repos/${place.repo}/pulls/${place.found[0] ?? ''}`)
    .then(async ({ body }) => {
      await headOf(place.world, place.repo, record(body));
    });
  const kept = Object.entries(record(place.question.body)).filter(([key]) => key !== 'draft');
  const body = Object.fromEntries(kept);
  return forwardPull({ ...place, question: { ...place.question, body } });
}

async function listPulls(place: Place): Promise<Answer> {
  const answer = await place.world.forward(place.question);
  if (answer.status !== 200) return answer;
  const body = await Promise.all(records(answer.body).map((pull) => correct(place, pull)));
  // The emulator breaks ties of one second at random.
  if (place.question.query.get('direction') !== 'asc')
    body.sort((a, b) => Number(record(b)['number']) - Number(record(a)['number']));
  return { ...answer, body };
}

async function openPull(place: Place): Promise<Answer> {
  const { world, repo, question } = place;
  const { head, base, draft } = record(question.body);
  const [from, to] = await Promise.all([head, base].map((name) => tip(world, repo, String(name))));
  if (from === undefined || to === undefined)
    return invalid({ field: from ? 'base' : 'head', code: 'invalid' });
  if (from === to)
    return invalid({ code: 'custom', message: `No commits between ${String(base)} and ${String(head)}` });
  const owner = repo.split('/')[0] ?? '';
  const open = await world.ask(
    'GET',
    `/repos/${repo}/pulls?head=${owner}:${encodeURIComponent(String(head))}`,
  );
  if (records(open.body).length > 0) {
    return invalid({
      code: 'custom',
      message: `A pull request already exists for ${owner}:${String(head)}.`,
    });
  }
  const isPrivate = record((await world.ask('GET', `/repos/${repo}`)).body)['private'] === true;
  if (draft === true && isPrivate && !world.seed.offersDrafts) {
    return refusal(422, 'Draft pull requests are not supported in this repository.');
  }
  return forwardPull(place);
}

function invalid(error: object): Answer {
  return refusal(422, 'Validation Failed', [{ resource: 'PullRequest', ...error }]);
}

async function tip(world: World, repo: string, branch: string): Promise<string | undefined> {
  const { status, body } = await world.ask('GET', `/repos/${repo}/git/ref/heads/${branch}`);
  return status === 200 ? String(record(record(body)['object'])['sha']) : undefined;
}

async function listCommits({ world, repo, found: [number = ''] }: Place): Promise<Answer> {
  const pull = record((await world.ask('GET', `/repos/${repo}/pulls/${number}`)).body);
  const head = await headOf(world, repo, pull);
  const base = String(record(pull['base'])['sha']);
  const { body } = await world.ask('GET', `/repos/${repo}/compare/${base}...${head}`);
  return { status: 200, body: record(body)['commits'] ?? [] };
}

/** GitHub closes the pull requests of a branch that goes away. */
async function deleteBranch({ world, question, repo, found: [branch = ''] }: Place): Promise<Answer> {
  const owner = repo.split('/')[0] ?? '';
  const { body } = await world.ask('GET', `/repos/${repo}/pulls?head=${owner}:${encodeURIComponent(branch)}`);
  for (const pull of records(body)) await headOf(world, repo, pull);
  const answer = await world.forward(question);
  if (answer.status !== 204) return answer;
  for (const pull of records(body)) {
    await world.ask('PATCH', `/repos/${repo}/pulls/${String(pull['number'])}`, { state: 'closed' });
  }
  return answer;
}
