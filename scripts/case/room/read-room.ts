import type { CaseRecord } from '#coordination/case-record.ts';
import type { RoomComment } from '#coordination/comment.ts';
import type { Entry } from '#coordination/ledger/entry.ts';
import { type CommentsRead, readComments } from '#coordination/read-comments.ts';
import type { HostForm } from '../../host/host.ts';
import { listSaid } from './list-said.ts';
import { requirePublicText } from '../publication/public-text.ts';
import { CaseError } from '../case-error.ts';
import { type Cases, type Desk, participantsOf } from '../desk.ts';
import type { LiveRoom } from './rooms.ts';

/** What stands in a room, and what it means. */
export interface RoomReading {
  room: LiveRoom;
  comments: readonly (RoomComment | HostForm)[];
  /** Reads the comments against a ledger; those at hand unless others are given. */
  read: (instead?: { entries?: readonly Entry[]; comments?: readonly RoomComment[] }) => CommentsRead;
}

/** Fetches the comments and forms of a room. */
export async function readRoom(
  desk: Desk,
  cases: Cases,
  record: CaseRecord,
  room: LiveRoom,
): Promise<RoomReading> {
  const comments = await listSaid(desk.host, room);
  const people = participantsOf(cases, record);
  const known = cases.entries.get(record.code) ?? [];
  const text = await loadTextDigest(desk, cases, record, comments);
  return {
    room,
    comments,
    read: (instead = {}) =>
      readComments(instead.comments ?? comments, instead.entries ?? known, people, {
        zone: desk.site.timezone,
        repo: room.repo,
        ...(text && { text }),
      }),
  };
}

/** What `/approve text` looks like in any of its spellings; most rooms have none, and need no text to be made. */
const APPROVES_TEXT = /approve|承認/iu;

/** The digest of the text that would be published, where a coordinator's comment may ask for it and there is one. */
async function loadTextDigest(
  desk: Desk,
  cases: Cases,
  record: CaseRecord,
  comments: readonly RoomComment[],
): Promise<string | undefined> {
  const { coordinators } = cases.settings;
  const isAsked = comments.some(
    ({ author, body }) => coordinators.includes(author) && APPROVES_TEXT.test(body.normalize('NFKC')),
  );
  if (!isAsked || record.publishAt === undefined) return undefined;
  try {
    return (await requirePublicText(desk, cases, record)).hash;
  } catch (error) {
    // A draft that cannot be published has no digest that could be approved; `publish` says what is wrong with it.
    if (error instanceof CaseError) return undefined;
    throw error;
  }
}
