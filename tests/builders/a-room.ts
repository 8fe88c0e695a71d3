import { buildCase } from '#coordination/build-case.ts';
import type { CaseRecord } from '#coordination/case-record.ts';
import type { Participants, RoomComment } from '#coordination/comment.ts';
import { appendActs } from '#coordination/ledger/append-acts.ts';
import type { Entry } from '#coordination/ledger/entry.ts';
import { parseLedger } from '#coordination/ledger/parse-ledger.ts';
import { minute, OPENED, ROOM } from './a-made-case.ts';
import { type CommentsRead, readComments, type ReadingOptions } from '#coordination/read-comments.ts';

/* Rooms for tests, read as they are read in life: all comments at a time, against the ledger of the case. */

export const PEOPLE: Participants = {
  coordinators: new Set(['alice', 'bob']),
  vendorOf: new Map([
    ['acme-psirt', 'acme'],
    ['acme-dev', 'acme'],
    ['kuuso', 'kuuso-soft'],
    ['stray', 'not-in-the-case'],
  ]),
  bot: 'kairan-bot',
};

/** A comment; its number is also the minute in which it was written. */
export function said(id: number, author: string, body: string, more: Partial<RoomComment> = {}): RoomComment {
  const at = minute(id);
  return { repo: ROOM, id, author, isBot: false, body, createdAt: at, updatedAt: at, ...more };
}

/** The same comment after its author, or somebody else, changed it. */
export function edited(
  comment: RoomComment,
  body: string,
  at: number,
  editedBy: string = comment.author,
): RoomComment {
  return { ...comment, body, updatedAt: minute(at), editedBy };
}

/** A case and what is read into it. */
export class MadeRoom {
  private text = appendActs(
    '',
    OPENED.map((act) => ({ act, actor: 'alice' })),
    minute(0),
  );
  private readonly options: Partial<ReadingOptions>;

  constructor(options: Partial<ReadingOptions> = {}) {
    this.options = options;
  }

  get entries(): readonly Entry[] {
    return this.ledger.entries;
  }

  get record(): CaseRecord {
    const { entries, head } = this.ledger;
    const record = buildCase('k3v9qm', entries, head);
    if ('problems' in record) throw new Error(JSON.stringify(record.problems));
    return record;
  }

  /** Reads all comments and records what they bring about, an hour after they were written. */
  read(comments: readonly RoomComment[]): CommentsRead {
    const options = { zone: 'Asia/Tokyo', repo: ROOM, ...this.options };
    const read = readComments(comments, this.entries, PEOPLE, options);
    this.text = appendActs(this.text, read.acts, '2026-11-20T03:00:00Z');
    return read;
  }

  /** The last answer of each vendor, as the case has it. */
  statuses(): Record<string, string | undefined> {
    return Object.fromEntries(
      this.record.vendors.map(({ vendor, latest }) => [vendor, latest?.answer.status]),
    );
  }

  private get ledger() {
    const ledger = parseLedger(this.text);
    if (!ledger.ok) throw new Error(JSON.stringify(ledger.problems));
    return ledger;
  }
}
