import type { Answer, Question } from './exchange.ts';

/** What the emulator does not keep, and the ways to it. */
export interface World {
  /** Address of the stand-in. */
  url: string;
  seed: WorldSeed;
  /** Passes a request on, with whatever token it carries. */
  forward: (question: Question) => Promise<Answer>;
  /** Asks the emulator as an owner of the organisation. */
  ask: (method: string, path: string, body?: unknown) => Promise<Answer>;
  /** When comments are written and edited, RFC 3339; the wall clock when absent. */
  now?: () => string;
  /** Moments of comments, by their node identifier. */
  times: Map<string, { created_at: string; updated_at: string }>;
  /** Settings that the emulator forgets, by repository. */
  settings: Map<string, Record<string, unknown>>;
  /** Settings of Actions, by repository and topic. */
  actions: Map<string, Record<string, unknown>>;
  invitations: Invitation[];
  /** `comment login content`. */
  reactions: Set<string>;
  /** Who edited a comment last, by the comment's node identifier. */
  editors: Map<string, { login: string; at: string }>;
  /** Path of a pull request or comment by its node identifier. */
  nodes: Map<string, string>;
  /** The commit of our own merge, by the one that the emulator made. */
  merges: Map<string, string>;
  reports: Report[];
  runs: Run[];
}

export interface WorldSeed {
  /** Owner of the repositories. */
  org: string;
  /** Owners of the organisation. The first of them is the one as whom the stand-in acts itself. */
  members: readonly [string, ...string[]];
  /** Everybody else with an account. */
  people: readonly string[];
  repos: readonly { name: string; private: boolean; autoInit?: boolean; owner?: string }[];
  /** Whether there is an App; its key takes a moment to make. */
  hasApp?: boolean;
  /** Whether private repositories have draft pull requests, as the paid plans do. */
  offersDrafts: boolean;
}

export interface Invitation {
  id: number;
  /** owner/name */
  repo: string;
  login: string;
  inviter: string;
  /** As invitations name it: read, write, … */
  permissions: string;
  isExpired: boolean;
}

export interface Report {
  repo: string;
  reference: string;
  summary: string;
  description: string;
  author: string;
  product?: string;
  state: 'triage' | 'draft' | 'published' | 'closed';
  createdAt: string;
}

export interface Run {
  repo: string;
  number: number;
  name: string;
  title: string;
}

/** Answers a request in the emulator's place; `undefined` leaves it to the emulator. */
export interface Route {
  method: string;
  /** Of the path behind `/repos/{owner}/{repo}`. */
  pattern: RegExp;
  answer: (place: Place) => Promise<Answer | undefined> | Answer | undefined;
}

export interface Place {
  world: World;
  question: Question;
  /** owner/name */
  repo: string;
  /** What the pattern's groups caught, decoded. */
  found: readonly string[];
}
