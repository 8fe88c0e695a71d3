import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator } from 'emulate';
import { answerGraphql } from './answer-graphql.ts';
import type { Answer, Exchange, Question } from './exchange.ts';
import { record, refusal } from './exchange.ts';
import { answerOfFault, isStillDone, strikes } from './faults.ts';
import type { PlannedFault } from './faults.ts';
import { judgeExchange } from './judge-contract.ts';
import type { Violation } from './judge-contract.ts';
import { answerRest } from './answer-rest.ts';
import type { World, WorldSeed } from './world.ts';

/** The token of an account of the stand-in. */
export function tokenOf(login: string): string {
  return `token-of-${login}`;
}

/** Marks what a test asks itself: no fault strikes it, and nobody judges it. */
export const PAST_HOST = 'x-past-host';

export const APP = { id: 777, installation: 9001, slug: 'advisory-bot' };

/** GitHub on this machine: the emulator, with our own routes before it where it deviates or has nothing. */
export interface StandIn {
  world: World;
  exchanges: Exchange[];
  /** Faults that are planned; the first that strikes is taken. */
  faults: PlannedFault[];
  /** The private key of the App. */
  appKey: string;
  /** Where requests and answers leave GitHub's description, the latter without what is known of the emulator. */
  violations: () => Violation[];
  close: () => Promise<void>;
}

export async function openStandIn(seed: WorldSeed): Promise<StandIn> {
  const emulator = await createEmulator({ service: 'github', port: 0, seed: emulatorSeed(seed) });
  const state = { exchanges: [] as Exchange[], faults: [] as PlannedFault[], graphql: [] as Violation[] };
  const server = createServer((request, response) => {
    void serve(world, state, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const world = newWorld(url, seed, emulator.url);
  return {
    world,
    exchanges: state.exchanges,
    faults: state.faults,
    appKey: emulator.generatedSecrets[0]?.value ?? '',
    violations: () => {
      const rest = state.exchanges.filter(({ question }) => question.path !== '/graphql');
      return [...state.graphql, ...rest.flatMap(judgeExchange)];
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await emulator.close();
    },
  };
}

function emulatorSeed({ org, members, people, repos, hasApp = false }: WorldSeed) {
  const logins = [...members, ...people];
  return {
    tokens: Object.fromEntries(logins.map((login) => [tokenOf(login), { login, scopes: ['repo'] }])),
    github: {
      users: logins.map((login) => ({ login, name: login, email: `${login}@example.org` })),
      orgs: [{ login: org, members: members.map((login) => ({ login, role: 'admin' })) }],
      repos: repos.map(({ name, owner = org, private: isPrivate, autoInit = true }) => ({
        owner,
        name,
        private: isPrivate,
        auto_init: autoInit,
      })),
      ...(hasApp ? { apps: [appOf(org)] } : {}),
    },
  };
}

function appOf(org: string) {
  return {
    app_id: APP.id,
    slug: APP.slug,
    name: 'Advisory Bot',
    permissions: { contents: 'write', pull_requests: 'write', issues: 'write', metadata: 'read' },
    events: [],
    installations: [{ installation_id: APP.installation, account: org, repository_selection: 'all' }],
  };
}

function newWorld(url: string, seed: WorldSeed, emulator: string): World {
  const pass = (question: Question) => passOn(emulator, url, question);
  return {
    url,
    seed,
    forward: pass,
    ask: (method, address, body) => {
      const { pathname, searchParams: query } = new URL(address, url);
      const headers = { authorization: `token ${tokenOf(seed.members[0])}` };
      return pass({ method, path: pathname, query, body, headers });
    },
    times: new Map(),
    settings: new Map(),
    actions: new Map(),
    invitations: [],
    reactions: new Set(),
    editors: new Map(),
    nodes: new Map(),
    merges: new Map(),
    reports: [],
    runs: [],
  };
}

async function passOn(
  emulator: string,
  url: string,
  { method, path, query, body, headers }: Question,
): Promise<Answer> {
  const search = query.size > 0 ? `?${query.toString()}` : '';
  const { authorization } = headers;
  const sent: RequestInit = {
    method,
    headers: { ...(authorization ? { authorization } : {}), 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  const answer = await fetch(`${emulator}${path}${search}`, sent);
  const text = (await answer.text()).replaceAll(emulator, url);
  const link = answer.headers.get('link')?.replaceAll(emulator, url);
  return {
    status: answer.status,
    ...(text === '' ? {} : { body: JSON.parse(text) as unknown }),
    ...(link === undefined ? {} : { headers: { link } }),
  };
}

interface State {
  exchanges: Exchange[];
  faults: PlannedFault[];
  graphql: Violation[];
}

async function serve(
  world: World,
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const question = await readQuestion(world, request);
  if (PAST_HOST in question.headers) {
    send(response, await answerQuestion(world, { ...state, graphql: [] }, question));
    return;
  }
  const fault = state.faults.find((plan) => strikes(plan, isWrite(question)));
  const done =
    fault === undefined || isStillDone(fault.fault)
      ? await answerQuestion(world, state, question)
      : undefined;
  const answer = fault === undefined ? done : answerOfFault(fault);
  const kept = answer ?? { status: 0 };
  state.exchanges.push({ question, answer: kept, isFault: fault !== undefined });
  if (answer === undefined) request.socket.destroy();
  else send(response, answer);
}

/** A GraphQL query reads, though it is posted. */
function isWrite({ method, path, body }: Question): boolean {
  if (path === '/graphql') return String(record(body)['query']).trimStart().startsWith('mutation');
  return method !== 'GET' && !path.startsWith('/app/');
}

async function readQuestion({ url, seed }: World, request: IncomingMessage): Promise<Question> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const { pathname: path, searchParams: query } = new URL(request.url ?? '', url);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const login = [...seed.members, ...seed.people].find((one) =>
    headers['authorization']?.endsWith(` ${tokenOf(one)}`),
  );
  const body = text === '' ? {} : { body: JSON.parse(text) as unknown };
  return { method: request.method ?? '', path, query, headers, login, ...body };
}

async function answerQuestion(world: World, { graphql }: State, question: Question): Promise<Answer> {
  const { login, path, headers, body } = question;
  const isApp = /^bearer |^token ghs_/i.test(headers['authorization'] ?? '');
  if (login === undefined && !isApp) return refusal(401, 'Bad credentials');
  if (path !== '/graphql') return answerRest(world, question);
  const { answer, violations } = await answerGraphql(body, {
    viewer: login ?? `${APP.slug}[bot]`,
    findNode: (id) => findNode(world, id),
    markReady: async (id) => {
      const pull = world.nodes.get(id);
      return pull !== undefined && (await world.ask('PATCH', pull, { draft: false })).status === 200;
    },
  });
  graphql.push(
    ...violations.map((text): Violation => ({ side: 'request', operation: 'POST /graphql', text })),
  );
  return answer;
}

function findNode({ nodes, editors }: World, id: string): object | undefined {
  const path = nodes.get(id);
  if (path === undefined) return undefined;
  const edit = editors.get(id);
  const isBot = edit?.login.endsWith('[bot]') === true;
  const editor = edit && { __typename: isBot ? 'Bot' : 'User', login: edit.login.replace('[bot]', '') };
  const type = /\/issues\/\d+$/.test(path) ? 'Issue' : 'IssueComment';
  return { __typename: type, lastEditedAt: edit?.at ?? null, editor: editor ?? null };
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const type = body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(status, { ...type, ...headers });
  response.end(body === undefined ? '' : JSON.stringify(body));
}
