import { record, refusal } from './exchange.ts';
import type { Answer, Question } from './exchange.ts';
import { actionsRoutes } from './routes/actions.ts';
import { conversationRoutes } from './routes/conversation.ts';
import { pullRoutes } from './routes/pulls.ts';
import { readerRoutes, roleOf } from './routes/readers.ts';
import { rememberRepo, repoRoutes } from './routes/repos.ts';
import { reportRoutes } from './routes/reports.ts';
import type { World } from './world.ts';

const ROUTES = [
  ...repoRoutes,
  ...readerRoutes,
  ...pullRoutes,
  ...conversationRoutes,
  ...actionsRoutes,
  ...reportRoutes,
];

/** What everybody may write who may read. */
const OPEN_TO_READERS = /^POST \/issues(?:\/\d+\/comments|\/comments\/\d+\/reactions)?$/;

/** Answers a request of the REST API: our routes first, then the emulator. */
export async function answerRest(world: World, question: Question): Promise<Answer> {
  const [, repo, rest = ''] = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(question.path) ?? [];
  if (repo === undefined) {
    const answer = await world.forward(question);
    rememberRepo(world, answer, question.body);
    return answer;
  }
  const bar = await barOf(world, question, repo, rest);
  const answer = bar ?? (await answerInRepo(world, question, repo, rest));
  // GitHub does not say that there is something which the caller must not see.
  const isHidden = question.method === 'GET' && [401, 403].includes(answer.status);
  return isHidden ? refusal(404, 'Not Found') : answer;
}

async function answerInRepo(world: World, question: Question, repo: string, rest: string): Promise<Answer> {
  const topic = decodeURIComponent(rest);
  for (const { method, pattern, answer } of ROUTES) {
    const match = method === question.method ? pattern.exec(topic) : null;
    const found = match?.slice(1) ?? [];
    const answered = match && (await answer({ world, question, repo, found }));
    if (answered) return answered;
  }
  return world.forward(question);
}

/** Answered without the emulator, which therefore has not looked at the caller. */
const OWN = /^\/(?:invitations|actions|security-advisories|issues\/comments|pulls\/comments)/;

/** Why the caller may not do this; the emulator is more generous than GitHub. */
async function barOf(
  world: World,
  { method, headers, login, body }: Question,
  repo: string,
  rest: string,
): Promise<Answer | undefined> {
  if (method === 'GET' && !OWN.test(rest)) return undefined;
  const query = new URLSearchParams();
  const seen = await world.forward({ method: 'GET', path: `/repos/${repo}`, query, headers });
  if (seen.status !== 200) return refusal(404, 'Not Found');
  if (method === 'GET' || login === undefined) return undefined;
  if (record(seen.body)['archived'] === true && !isReopening(rest, body)) {
    return refusal(403, 'Repository was archived so is read-only.');
  }
  if (OPEN_TO_READERS.test(`${method} ${rest}`)) return undefined;
  return (await mayWrite(world, repo, rest, login))
    ? undefined
    : refusal(403, 'Must have push access to repository.');
}

async function mayWrite(world: World, repo: string, rest: string, login: string): Promise<boolean> {
  if (await isOwnText(world, repo, rest, login)) return true;
  const role = await roleOf(world, repo, login);
  return role !== undefined && ['write', 'maintain', 'admin'].includes(role);
}

function isReopening(rest: string, body: unknown): boolean {
  return rest === '' && 'archived' in record(body);
}

async function isOwnText(world: World, repo: string, rest: string, login: string): Promise<boolean> {
  if (!/^\/issues\/(?:comments\/)?\d+$/.test(rest)) return false;
  const { body } = await world.ask('GET', `/repos/${repo}${rest}`);
  return record(record(body)['user'])['login'] === login;
}
