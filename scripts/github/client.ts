import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from 'octokit';
import { HostError } from '#scripts/host/host.ts';
import type { GithubSettings } from './github-settings.ts';
import { graphqlProblem, toHostError } from './host-problem.ts';
import type { ProblemContext } from './host-problem.ts';
import { openPace } from './pace.ts';

export type GithubClient = InstanceType<typeof Octokit>;

/** The version of the API that this code was written and is tested for. */
const API_VERSION = '2022-11-28';
/** Milliseconds after which a request counts as lost. */
const PATIENCE = 60_000;
/** Longest rest, in seconds, that a limit may impose before the caller is told to come back later. */
const LONGEST_REST = 120;
const MOST_RESTS = 2;
const MOST_READS = 3;

/**
 * An octokit that sends one version of the API, keeps GitHub's pace, repeats reads that failed and never a write, and
 * throws {@link HostError}s only.
 */
export function openClient(settings: GithubSettings): GithubClient {
  const { auth } = settings;
  const baseUrl = settings.baseUrl ?? 'https://api.github.com';
  const options = {
    baseUrl,
    log: silent,
    request: { fetch: guardFetch(settings.fetch ?? fetch, baseUrl) },
    retry: { enabled: false },
    throttle: keepPace(settings.sleep),
  };
  const Client = Octokit.plugin((octokit) => {
    octokit.hook.wrap('request', (request, asked) =>
      sendRequest(settings, async () => request(asked), asked),
    );
  }).defaults(options);
  if ('token' in auth) return new Client({ auth: auth.token });
  return new Client({ authStrategy: createAppAuth, auth });
}

const quiet = (): void => undefined;
// Octokit's warnings name the addresses of what was asked.
const silent = { debug: quiet, info: quiet, warn: quiet, error: quiet };

type Sleep = GithubSettings['sleep'];

function keepPace(sleep: Sleep) {
  const rest: Decide = async (seconds, _options, _octokit, rests) => {
    if (seconds > LONGEST_REST || rests >= MOST_RESTS) return false;
    await sleep(seconds * 1000);
    return true;
  };
  return {
    onRateLimit: rest,
    onSecondaryRateLimit: rest,
    // The rest was taken above, on the clock that we were given.
    retryAfterBaseValue: 0,
    // The plugin asks for Bottleneck's classes and uses this much of them.
    write: openPace(1000, sleep) as never,
    notifications: openPace(3000, sleep) as never,
  };
}

/** The plugin waits for the answer, though its types say that there is none. */
type Decide = (seconds: number, options: unknown, octokit: unknown, rests: number) => unknown;

interface Answer {
  status: number;
  headers: object;
  data: unknown;
}
interface Question {
  method: string;
  url: string;
  headers: Record<string, unknown>;
}

async function sendRequest<Found extends Answer>(
  { auth, now, sleep }: GithubSettings,
  send: () => Promise<Found>,
  question: Question,
): Promise<Found> {
  question.headers['x-github-api-version'] = API_VERSION;
  const secrets = 'token' in auth ? [auth.token] : [auth.privateKey];
  const context = { asked: askedOf(question), secrets, now };
  for (let attempt = 1; ; attempt += 1) {
    const result = await attemptRequest(send, context);
    if (!(result instanceof HostError)) return result;
    if (question.method !== 'GET' || result.problem !== 'unavailable' || attempt >= MOST_READS) throw result;
    await sleep(1000 * attempt ** 2);
  }
}

async function attemptRequest<Found extends Answer>(
  send: () => Promise<Found>,
  context: ProblemContext,
): Promise<Found | HostError> {
  try {
    const answer = await send();
    const isGraphql = context.asked.endsWith('/graphql');
    return (isGraphql ? graphqlProblem(answer as never, context) : undefined) ?? answer;
  } catch (error) {
    return toHostError(error, context);
  }
}

/** The route without the values; a page's address, which octokit takes from GitHub, without its query. */
function askedOf({ method, url }: Question): string {
  return `${method} ${url.replace(/^https?:\/\/[^/]+/, '').replace(/\?.*$/, '')}`;
}

/**
 * Sends nothing, and so no token, to any other origin, and follows no redirect: a repository that was renamed or
 * given away is not the one that our data name.
 */
function guardFetch(send: typeof fetch, baseUrl: string): typeof fetch {
  const home = new URL(baseUrl).origin;
  return async (input, init) => {
    const address = input instanceof Request ? input.url : input;
    if (new URL(address).origin !== home) throw new Error('another origin');
    const options: RequestInit = { ...init, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) };
    const answer = await send(input, options);
    const isMoved = answer.status >= 300 && answer.status < 400 && answer.status !== 304;
    return isMoved ? Response.json({ message: 'Moved' }, { status: 404 }) : answer;
  };
}
