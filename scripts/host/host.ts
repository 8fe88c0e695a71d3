import type { RoomComment } from '#coordination/comment.ts';

/**
 * Where the repositories stand: GitHub (`scripts/github`), or a folder of bare repositories (`scripts/offline`).
 * A repository is `owner/name`. Every method may throw a {@link HostError} and nothing else.
 *
 * Methods that begin with `ensure` look first and change only what is missing, so they may be called again after
 * anything broke between two calls. Nothing here retries a write by itself.
 */
export interface Host {
  /** The login of whoever acts, lower case. */
  actor: () => Promise<string>;
  /** How people reach a thing: `https://…/owner/name/pull/3`, or a path. */
  pullAddress: (repo: string, pull: number) => string;

  /** `undefined` when there is none, or none that we may see. */
  findRepo: (repo: string) => Promise<HostRepo | undefined>;
  /**
   * Makes a private repository with these files as the first commit of `main`, and tightens its settings: no forks, no
   * wiki, workflows read only. A repository of that name that is public is a `refused` error.
   */
  ensurePrivateRepo: (repo: string, files: ReadonlyMap<string, string>) => Promise<void>;
  /** Makes the repository read-only. */
  archiveRepo: (repo: string) => Promise<void>;

  /** Logins, lower case, that may read the repository or were invited to, owners not included. */
  listReaders: (repo: string) => Promise<string[]>;
  /** Invites with the right to read, never more. */
  ensureReader: (repo: string, login: string) => Promise<void>;
  removeReader: (repo: string, login: string) => Promise<void>;

  listBranches: (repo: string) => Promise<string[]>;
  /** The head commit of a branch; `undefined` when there is no such branch. */
  findHead: (repo: string, branch: string) => Promise<string | undefined>;
  /** Texts of the files below `prefix` (`''` for all) at a commit, by path. */
  readFiles: (repo: string, commit: string, prefix: string) => Promise<ReadonlyMap<string, string>>;
  /** What stands at each path of a commit, links and submodules included: its mode and the digest of its content. */
  listTree: (repo: string, commit: string) => Promise<ReadonlyMap<string, string>>;
  /** Subject and body of commits from the head backwards, newest first. */
  readLog: (repo: string, branch: string, most: number) => Promise<readonly HostCommit[]>;
  /**
   * One new commit on a branch.
   * @throws {HostError} `conflict` when the branch's head is not `expectedHead` any more
   */
  commit: (repo: string, branch: string, change: NewCommit) => Promise<string>;
  deleteBranch: (repo: string, branch: string) => Promise<void>;

  /** The newest pull request from a branch, whatever its state. */
  findPull: (repo: string, branch: string) => Promise<HostPull | undefined>;
  /** Opens a draft; where drafts are not offered, one with the label `stage/draft`. */
  openPull: (repo: string, pull: NewPull) => Promise<HostPull>;
  /** Squashes and merges an open pull request whose head is `head`. `at` fixes dates where the host lets us. */
  mergePull: (repo: string, pull: number, merge: { head: string; subject: string }) => Promise<string>;
  closePull: (repo: string, pull: number) => Promise<void>;

  listComments: (repo: string, pull: number) => Promise<RoomComment[]>;
  createComment: (repo: string, pull: number, body: string) => Promise<number>;
  updateComment: (repo: string, comment: number, body: string) => Promise<void>;
  ensureReaction: (repo: string, comment: number, reaction: Reaction) => Promise<void>;

  /**
   * The issues of a repository that are no pull requests, open and closed, the oldest first, each as its author wrote it
   * in the form. `updatedAt` is the last edit of that text, and nothing else that befalls an issue.
   */
  listForms: (repo: string) => Promise<HostForm[]>;
  /** Closes a form as done; one that is closed stays so. */
  closeForm: (repo: string, form: number) => Promise<void>;

  /** Reports of finders that wait for triage (private vulnerability reporting). */
  listReports: (repo: string) => Promise<HostReport[]>;
  answerReport: (repo: string, reference: string, answer: 'accepted' | 'refused') => Promise<void>;

  /** Everything that the public can read of a repository beside its files, for the scan for embargoed words. */
  listPublicWords: (repo: string) => Promise<PublicWords[]>;
}

type Reaction = 'eyes' | 'rocket' | 'confused';

interface HostRepo {
  isPrivate: boolean;
  isArchived: boolean;
}

export interface HostCommit {
  sha: string;
  message: string;
}

export interface NewCommit {
  /** `undefined` makes the branch; it then starts at `from`, or with no history where that is absent too. */
  expectedHead: string | undefined;
  from?: string;
  /** Path → text; `undefined` removes the file. */
  files: ReadonlyMap<string, string | undefined>;
  message: string;
  /** Name, address and moment of author and committer; the host's own account and clock when absent. */
  signature?: { name: string; email: string; at: string };
}

export interface NewPull {
  branch: string;
  base: string;
  title: string;
  body: string;
  draft: boolean;
}

export interface HostPull {
  number: number;
  state: 'open' | 'closed' | 'merged';
  isDraft: boolean;
  /** Head commit. */
  head: string;
  /** The commit that the merge made. */
  merged?: string;
  title: string;
  body: string;
}

/** `id` is that of `toFormId`, so it equals that of no comment. */
export interface HostForm extends RoomComment {
  isForm: true;
  isOpen: boolean;
}

export interface HostReport {
  /** The host's identifier, such as GHSA-xxxx-xxxx-xxxx. */
  reference: string;
  title: string;
  text: string;
  /** Login, lower case. */
  finder: string;
  product?: string;
  receivedAt: string;
}

export interface PublicWords {
  /** Where they stand, for people: `branch publish/…`, `pull request 3`, `run 17`. */
  place: string;
  text: string;
}

/**
 * Why the host did not do what was asked.
 * - `unauthorised`: no token, a wrong one or an expired one (401)
 * - `forbidden`: this account may not (403)
 * - `missing`: there is no such thing, or none that we may see (404)
 * - `conflict`: somebody else changed it in between (409, or a head that moved)
 * - `refused`: the host does not accept what was sent (422)
 * - `limited`: too many requests; `until` says when to go on
 * - `unavailable`: the host failed (5xx); whether it was done is not known
 * - `unreachable`: no connection
 */
export type HostProblem =
  | 'unauthorised'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'refused'
  | 'limited'
  | 'unavailable'
  | 'unreachable';

export class HostError extends Error {
  readonly problem: HostProblem;
  /** What was asked, for people, without a secret: `GET /repos/{owner}/{repo}`. */
  readonly asked: string;
  /** Seconds since 1970 at which the limit ends. */
  readonly until?: number;

  constructor(problem: HostProblem, asked: string, options: { cause?: unknown; until?: number } = {}) {
    super(`${problem}: ${asked}`, { cause: options.cause });
    this.problem = problem;
    this.asked = asked;
    if (options.until !== undefined) this.until = options.until;
  }
}
