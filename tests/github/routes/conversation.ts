import { record, records } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import type { Place, Route, World } from '../world.ts';
import { findUser } from './readers.ts';

/** Comments and issues with their editors, reactions, and the list of issues, which at GitHub holds pull requests, too. */
export const conversationRoutes: readonly Route[] = [
  { method: 'GET', pattern: /^\/issues\/\d+\/comments$/, answer: forwardComments },
  { method: 'POST', pattern: /^\/issues\/\d+\/comments$/, answer: writeDated },
  { method: 'PATCH', pattern: /^\/issues\/comments\/(\d+)$/, answer: editComment },
  { method: 'POST', pattern: /^\/issues\/comments\/(\d+)\/reactions$/, answer: react },
  { method: 'GET', pattern: /^\/issues$/, answer: listIssues },
  { method: 'POST', pattern: /^\/issues$/, answer: writeDated },
  { method: 'PATCH', pattern: /^\/issues\/(\d+)$/, answer: editIssue },
  { method: 'GET', pattern: /^\/(issues|pulls)\/comments$/, answer: listAllComments },
];

async function forwardComments({ world, question, repo }: Place): Promise<Answer> {
  const answer = await world.forward(question);
  if (answer.status !== 200) return answer;
  for (const { node_id: node, id } of records(answer.body)) {
    world.nodes.set(String(node), `/repos/${repo}/issues/comments/${String(id)}`);
  }
  const body = records(answer.body).map((comment) => ({
    ...comment,
    ...world.times.get(String(comment['node_id'])),
  }));
  return { ...answer, body };
}

async function writeDated({ world, question }: Place): Promise<Answer> {
  const answer = await world.forward(question);
  return answer.status === 201 ? atMoment(world, answer, true) : answer;
}

async function editComment({ world, question }: Place): Promise<Answer> {
  const answer = await world.forward(question);
  if (answer.status !== 200) return answer;
  const dated = atMoment(world, answer, false);
  const { node_id: node, updated_at: at } = record(dated.body);
  world.editors.set(String(node), { login: question.login ?? 'app', at: String(at) });
  return dated;
}

/** Only a change of its text is an edit of an issue; closing it moves the date of its last change alone. */
async function editIssue(place: Place): Promise<Answer> {
  if ('body' in record(place.question.body)) return editComment(place);
  const answer = await place.world.forward(place.question);
  return answer.status === 200 ? atMoment(place.world, answer, false) : answer;
}

/** The comment or issue with the moments of the test's clock. */
function atMoment(world: World, answer: Answer, isNew: boolean): Answer {
  const comment = record(answer.body);
  if (!world.now) return answer;
  const now = world.now();
  const node = String(comment['node_id']);
  const created = isNew ? now : (world.times.get(node)?.created_at ?? String(comment['created_at']));
  const times = { created_at: created, updated_at: now };
  world.times.set(node, times);
  return { ...answer, body: { ...comment, ...times } };
}

async function react({ world, question, repo, found: [id = ''] }: Place): Promise<Answer> {
  const comment = await world.forward({
    ...question,
    method: 'GET',
    path: `/repos/${repo}/issues/comments/${id}`,
    body: undefined,
  });
  if (comment.status !== 200) return comment;
  const { content } = record(question.body);
  const login = question.login ?? world.seed.members[0];
  const key = `${repo} ${id} ${login} ${String(content)}`;
  const isNew = !world.reactions.has(key);
  world.reactions.add(key);
  const user = await findUser(world, login);
  const number = [...world.reactions].indexOf(key) + 1;
  const body = { id: number, node_id: `REA_${number}`, user, content, created_at: '2026-11-20T00:00:00Z' };
  return { status: isNew ? 201 : 200, body };
}

async function listIssues({ world, question, repo }: Place): Promise<Answer> {
  const issues = await world.forward(question);
  if (issues.status !== 200) return issues;
  const pulls = await world.forward({ ...question, path: `/repos/${repo}/pulls` });
  const at = `${world.url}/repos/${repo}`;
  const alike = records(pulls.body).map((pull) => ({
    ...pull,
    pull_request: { url: pull['url'], html_url: pull['html_url'], diff_url: null, patch_url: null },
    comments: 0,
    repository_url: at,
    labels_url: `${at}/labels{/name}`,
    events_url: `${at}/events`,
  }));
  const dated = records(issues.body).map((issue) => {
    const node = String(issue['node_id']);
    world.nodes.set(node, `/repos/${repo}/issues/${String(issue['number'])}`);
    return { ...issue, ...world.times.get(node) };
  });
  return { ...issues, body: [...dated, ...alike] };
}

/** The emulator takes the word `comments` for a number. */
async function listAllComments({ world, question, repo, found: [kind = ''] }: Place): Promise<Answer> {
  const { headers } = question;
  const query = new URLSearchParams({ state: 'all', per_page: '100' });
  const get = async (path: string) =>
    records((await world.forward({ method: 'GET', path, query, headers })).body);
  const at = `/repos/${repo}`;
  const threads = [...(kind === 'issues' ? await get(`${at}/issues`) : []), ...(await get(`${at}/pulls`))];
  const comments = await Promise.all(
    threads.map(({ number }) => get(`${at}/${kind}/${String(number)}/comments`)),
  );
  return { status: 200, body: comments.flat().sort((a, b) => Number(b['id']) - Number(a['id'])) };
}
