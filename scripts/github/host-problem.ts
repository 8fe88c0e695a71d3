import { RequestError } from 'octokit';
import { HostError } from '#scripts/host/host.ts';
import type { HostProblem } from '#scripts/host/host.ts';

/** What an error may say about itself, and what it must not. */
export interface ProblemContext {
  /** `GET /repos/{owner}/{repo}`, with places instead of names. */
  asked: string;
  /** Texts that must appear in no error. */
  secrets: readonly string[];
  now: () => string;
}

type Headers = Readonly<Record<string, string | number | undefined>>;
interface Answer {
  status: number;
  headers: Headers;
  data: unknown;
}

/** Seconds to wait after a secondary limit that names no time (GitHub: “at least one minute”). */
const SHORTEST_REST = 60;

/**
 * What octokit threw, as the host's contract names it. Octokit's own error holds the request, with its body and
 * headers; nothing of that is kept.
 */
export function toHostError(error: unknown, context: ProblemContext): HostError {
  if (error instanceof HostError) return error;
  if (error instanceof RequestError) return fromRequest(error, context);
  const answer = answerOf(error);
  if (answer !== undefined) return limited(answer, context, 'GitHub counts too many requests.');
  // Nothing was sent: octokit failed to sign with the App's key.
  return new HostError('unauthorised', context.asked, { cause: 'The key of the App cannot sign.' });
}

/** The first error of a GraphQL answer, which GitHub sends with status 200. */
export function graphqlProblem(answer: Answer, context: ProblemContext): HostError | undefined {
  const { errors } = answer.data as { errors?: { type?: string; message?: string }[] };
  const [first] = errors ?? [];
  if (first === undefined) return undefined;
  if (first.type === 'RATE_LIMITED') return limited(answer, context, 'GitHub counts too many requests.');
  const problem = GRAPHQL_PROBLEMS[first.type ?? ''] ?? 'refused';
  return new HostError(problem, context.asked, { cause: scrub(first.message ?? '', context.secrets) });
}

const GRAPHQL_PROBLEMS: Readonly<Record<string, HostProblem>> = {
  NOT_FOUND: 'missing',
  FORBIDDEN: 'forbidden',
  INSUFFICIENT_SCOPES: 'forbidden',
  STALE_DATA: 'conflict',
  UNPROCESSABLE: 'refused',
  SERVICE_UNAVAILABLE: 'unavailable',
};

function fromRequest(error: RequestError, context: ProblemContext): HostError {
  const { asked, secrets } = context;
  const answer = answerOf(error);
  // Octokit gives a failed connection the status 500 and no response.
  if (answer === undefined) return new HostError('unreachable', asked, { cause: connectionCode(error) });
  const said = saidBy(answer.data);
  const cause = scrub(`GitHub answered ${error.status}: ${said}`, secrets);
  if (isLimited(answer, said)) return limited(answer, context, cause);
  return new HostError(problemOf(answer.status, said), asked, { cause });
}

function answerOf(error: unknown): Answer | undefined {
  return (error as { response?: Answer }).response;
}

function problemOf(status: number, said: string): HostProblem {
  if (status === 422) return refusal(said);
  if (status >= 500) return 'unavailable';
  return STATUS_PROBLEMS[status] ?? 'refused';
}

const STATUS_PROBLEMS: Readonly<Record<number, HostProblem>> = {
  401: 'unauthorised',
  403: 'forbidden',
  404: 'missing',
  409: 'conflict',
  410: 'missing',
};

/** GitHub answers 422 also when a ref moved, came up or went away in between. */
function refusal(said: string): HostProblem {
  if (/not a fast.?forward|reference already exists/i.test(said)) return 'conflict';
  if (/reference does not exist/i.test(said)) return 'missing';
  return 'refused';
}

function isLimited({ status, headers }: Answer, said: string): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  const spent = String(headers['x-ratelimit-remaining']) === '0';
  return spent || headers['retry-after'] !== undefined || /secondary rate limit/i.test(said);
}

function limited({ headers }: Answer, { asked, now }: ProblemContext, cause: string): HostError {
  const present = Math.floor(Date.parse(now()) / 1000);
  const rest = Number(headers['retry-after']);
  const reset = Number(headers['x-ratelimit-reset']);
  const spent = String(headers['x-ratelimit-remaining']) === '0';
  if (rest > 0) return new HostError('limited', asked, { cause, until: present + rest });
  return new HostError('limited', asked, {
    cause,
    until: spent && reset > 0 ? reset : present + SHORTEST_REST,
  });
}

/** GitHub's sentences, without the values that it repeats. */
function saidBy(data: unknown): string {
  if (typeof data !== 'object' || data === null) return '';
  const { message, errors } = data as { message?: unknown; errors?: unknown };
  const details = Array.isArray(errors) ? errors.map(sentenceOf) : [];
  return [message, ...details].filter((text) => typeof text === 'string' && text !== '').join('; ');
}

function sentenceOf(detail: unknown): unknown {
  if (typeof detail !== 'object' || detail === null) return detail;
  const { message, field, code } = detail as { message?: unknown; field?: unknown; code?: unknown };
  if (message !== undefined) return message;
  return [field, code].filter((word) => typeof word === 'string').join(' ');
}

function connectionCode(error: Error): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    if (typeof code === 'string') return code;
    if (at.name === 'TimeoutError') return at.name;
  }
  return 'no connection';
}

const TOKENS = /\b(?:gh[a-z]_|github_pat_)\w+|\b(?:bearer|token) \S+|-----BEGIN[\s\S]*/gi;
const LONGEST_CAUSE = 500;

function scrub(text: string, secrets: readonly string[]): string {
  const hidden = secrets.reduce((rest, secret) => rest.replaceAll(secret, '[hidden]'), text);
  return hidden.replace(TOKENS, '[hidden]').slice(0, LONGEST_CAUSE);
}
