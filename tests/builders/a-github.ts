import { toFormId, toIssueNumber } from '#coordination/comment.ts';
import { openGithubHost } from '#scripts/github/open-github-host.ts';
import type { Host } from '#scripts/host/host.ts';
import { record } from '../github/exchange.ts';
import type { Exchange } from '../github/exchange.ts';
import type { Fault, FaultOptions, PlannedFault } from '../github/faults.ts';
import type { Violation } from '../github/judge-contract.ts';
import { isKnownDeviation } from '../github/known-deviations.ts';
import { acceptInvitation } from '../github/routes/readers.ts';
import { APP, openStandIn, PAST_HOST, tokenOf } from '../github/stand-in.ts';
import type { StandIn } from '../github/stand-in.ts';
import type { Report, Run, WorldSeed } from '../github/world.ts';

/** The moment at which hosts of a test believe to be. */
export const GITHUB_NOW = '2026-11-20T00:00:00Z';

const GITHUB_SEED: WorldSeed = {
  org: 'cert',
  members: ['alice', 'bob', 'advisory-bot'],
  people: ['acme-psirt', 'initech-psirt', 'umbrella-psirt', 'globex-psirt'],
  repos: [
    { name: 'site', private: false },
    { name: 'hub', private: true },
  ],
  offersDrafts: true,
};

/** GitHub on this machine with the organisation `cert`, its coordinators and some vendors. Close it after the test. */
export interface Github {
  url: string;
  /** The host as this account uses it. With a clock, comments are written at its moments from now on. */
  hostOf: (login: string, now?: () => string) => Host;
  /** The host as an installation of the App uses it, where the seed has one. */
  appHost: () => Host;
  /** A host with any settings; waits are not waited for but noted in `rests`. */
  open: (settings?: Partial<Parameters<typeof openGithubHost>[0]>) => Host;
  /** Milliseconds that hosts would have waited, in order. */
  rests: number[];
  /** All that hosts asked so far, with the answers. */
  requests: () => readonly Exchange[];
  /** Where requests or answers leave GitHub's own description, without the known deviations of the emulator. */
  violations: () => Violation[];
  /** As `violations`, with the known deviations. */
  allViolations: () => Violation[];
  /** A comment of an account; whoever was invited accepts the invitation first. Returns its number. */
  commentAs: (repo: string, pull: number, login: string, body: string) => Promise<number>;
  /** Edits a comment as this account, which needs the right to write where the comment is not its own. */
  editAs: (repo: string, comment: number, login: string, body: string) => Promise<void>;
  /** Deletes a comment as this account. */
  deleteAs: (repo: string, comment: number, login: string) => Promise<void>;
  /** Sends an issue as this account, which accepts its invitation first. Returns its id as a form. */
  submitFormAs: (repo: string, login: string, body: string) => Promise<number>;
  /** Edits the text of an issue as this account. */
  editFormAs: (repo: string, form: number, login: string, body: string) => Promise<void>;
  /** Lets somebody in who was invited. */
  accept: (login: string, repo: string) => Promise<void>;
  expireInvitation: (login: string, repo: string) => void;
  /** Reactions to a comment, as `login content`. */
  reactions: (repo: string, comment: number) => string[];
  addReport: (report: Partial<Report> & { reference: string }) => void;
  addRun: (run: Run) => void;
  /** Any request as an account, past the host: `ask('bob', 'GET', '/repos/cert/hub')`. */
  ask: (
    login: string,
    method: string,
    path: string,
    body?: object,
  ) => Promise<{ status: number; body: unknown }>;
  /** Lets `passing` requests through and puts a fault in the place of the next. */
  failAfter: (passing: number, fault: Fault, options?: FaultOptions) => { hits: () => number };
  /** Forgets the faults that are still planned. */
  heal: () => void;
  close: () => Promise<void>;
}

export async function openGithub(seed: Partial<WorldSeed> = {}): Promise<Github> {
  const standIn = await openStandIn({ ...GITHUB_SEED, ...seed });
  return { ...hostsOf(standIn), ...peopleOf(standIn), ...watch(standIn), ...faultsOf(standIn) };
}

type Hosts = Pick<Github, 'url' | 'hostOf' | 'appHost' | 'open' | 'rests'>;

function hostsOf({ world, appKey }: StandIn): Hosts {
  const rests: number[] = [];
  const open: Github['open'] = (settings) =>
    openGithubHost({
      auth: { token: tokenOf('alice') },
      baseUrl: world.url,
      now: () => GITHUB_NOW,
      sleep: (milliseconds) => {
        rests.push(milliseconds);
        return Promise.resolve();
      },
      ...settings,
    });
  return {
    url: world.url,
    rests,
    open,
    hostOf: (login, now) => {
      if (now) world.now = now;
      return open({ auth: { token: tokenOf(login) }, ...(now && { now }) });
    },
    appHost: () => open({ auth: { appId: APP.id, privateKey: appKey, installationId: APP.installation } }),
  };
}

type People = Omit<Github, keyof Hosts | keyof Watch | keyof Faults>;

function peopleOf({ world }: StandIn): People {
  const ask: Github['ask'] = async (login, method, path, body) => {
    const headers = {
      authorization: `token ${tokenOf(login)}`,
      'content-type': 'application/json',
      [PAST_HOST]: '1',
    };
    const sent = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) };
    const answer = await fetch(`${world.url}${path}`, sent);
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  };
  const isInvited = (login: string, repo: string) =>
    world.invitations.some((one) => one.repo === repo && one.login === login && !one.isExpired);
  const enter = async (login: string, repo: string): Promise<void> => {
    if (isInvited(login, repo)) await acceptInvitation(world, repo, login);
  };
  return {
    ask,
    ...formsOfPeople(ask, enter),
    commentAs: async (repo, pull, login, body) => {
      await enter(login, repo);
      const answer = await ask(login, 'POST', `/repos/${repo}/issues/${pull}/comments`, { body });
      if (answer.status !== 201) throw new Error(`${login} cannot comment: ${answer.status}`);
      return Number(record(answer.body)['id']);
    },
    editAs: async (repo, comment, login, body) => {
      const answer = await ask(login, 'PATCH', `/repos/${repo}/issues/comments/${comment}`, { body });
      if (answer.status !== 200) throw new Error(`${login} cannot edit: ${answer.status}`);
    },
    deleteAs: async (repo, comment, login) => {
      const answer = await ask(login, 'DELETE', `/repos/${repo}/issues/comments/${comment}`);
      if (answer.status !== 204) throw new Error(`${login} cannot delete: ${answer.status}`);
    },
    accept: (login, repo) => acceptInvitation(world, repo, login),
    expireInvitation: (login, repo) => {
      for (const one of world.invitations) if (one.repo === repo && one.login === login) one.isExpired = true;
    },
    reactions: (repo, comment) => {
      const start = `${repo} ${comment} `;
      return [...world.reactions]
        .filter((one) => one.startsWith(start))
        .map((one) => one.slice(start.length));
    },
    addReport: (report) => {
      const filled = {
        summary: 'A report',
        description: 'Words',
        author: 'globex-psirt',
        state: 'triage',
      } as const;
      world.reports.push({ repo: 'cert/site', ...filled, createdAt: GITHUB_NOW, ...report });
    },
    addRun: (run) => void world.runs.push(run),
  };
}

function formsOfPeople(
  ask: Github['ask'],
  enter: (login: string, repo: string) => Promise<void>,
): Pick<Github, 'submitFormAs' | 'editFormAs'> {
  return {
    submitFormAs: async (repo, login, body) => {
      await enter(login, repo);
      const answer = await ask(login, 'POST', `/repos/${repo}/issues`, { title: 'Answer', body });
      if (answer.status !== 201) throw new Error(`${login} cannot send a form: ${answer.status}`);
      return toFormId(Number(record(answer.body)['number']));
    },
    editFormAs: async (repo, form, login, body) => {
      const answer = await ask(login, 'PATCH', `/repos/${repo}/issues/${toIssueNumber(form) ?? 0}`, { body });
      if (answer.status !== 200) throw new Error(`${login} cannot edit the form: ${answer.status}`);
    },
  };
}

type Watch = Pick<Github, 'requests' | 'violations' | 'allViolations' | 'close'>;

function watch(standIn: StandIn): Watch {
  return {
    requests: () => standIn.exchanges,
    violations: () => standIn.violations().filter((violation) => !isKnownDeviation(violation)),
    allViolations: standIn.violations,
    close: standIn.close,
  };
}

type Faults = Pick<Github, 'failAfter' | 'heal'>;

function faultsOf({ faults }: StandIn): Faults {
  return {
    failAfter: (passing, fault, options) => {
      const plan: PlannedFault = { ...options, fault, passing, hits: 0 };
      faults.push(plan);
      return { hits: () => plan.hits };
    },
    heal: () => void faults.splice(0),
  };
}
