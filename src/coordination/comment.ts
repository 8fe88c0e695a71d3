import { hash } from 'node:crypto';
import type { Instant } from '#domain/dates.ts';

/** One comment of a room's pull request, or a form that was sent there, as the host gives it. All of it is untrusted. */
export interface RoomComment {
  /** owner/name of the room. */
  repo: string;
  /** Of a form: {@link toFormId}. */
  id: number;
  /** An issue that was written with the room's form, instead of a comment. */
  isForm?: true;
  /** Login in lower case. */
  author: string;
  isBot: boolean;
  body: string;
  createdAt: Instant;
  updatedAt: Instant;
  /** Who edited it last, in lower case; absent when nobody did. */
  editedBy?: string;
}

/**
 * Where the ids of forms begin. Hosts number issues and comments apart, and a ledger knows both by one number; no host
 * has given out nearly so many ids, and what is added still leaves a safe integer.
 */
const FIRST_FORM_ID = 2 ** 52;

/** The id of a form, from the number of its issue. */
export function toFormId(issue: number): number {
  return FIRST_FORM_ID + issue;
}

/** The number of the issue that a form is; `undefined` for the id of a comment. */
export function toIssueNumber(id: number): number | undefined {
  return id > FIRST_FORM_ID ? id - FIRST_FORM_ID : undefined;
}

/** Who may say what in a room. Made from the hub's data, never from what the host says of an author. */
export interface Participants {
  /** Logins of coordinators, lower case. */
  coordinators: ReadonlySet<string>;
  /** Login (lower case) → the vendor for which it speaks in this case. */
  vendorOf: ReadonlyMap<string, string>;
  /** The login under which our own program writes, lower case. */
  bot: string;
}

/** SHA-256 of a comment's body, hex, by which ledgers know which version of it was read. */
export function hashComment(body: string): string {
  return hash('sha256', body);
}
