import { createHash } from 'node:crypto';
import type { RoomComment } from '#coordination/comment.ts';
import type { HubSettings } from '#coordination/hub-files.ts';
import { renderReply } from '#coordination/commands/render-reply.ts';
import type { Desk } from './desk.ts';
import { listSaid } from './list-said.ts';
import { isOwn } from './own-comments.ts';
import type { RoomReading } from './read-room.ts';

/** What our own reply begins with: which comment it answers, and which text of it. */
const replyMarker = (id: number, sha256: string): string =>
  `<!-- kairan:reply ${id} ${sha256.slice(0, 16)} -->`;

type People = Pick<HubSettings, 'bot' | 'coordinators'>;

interface Unanswered {
  comment: RoomComment;
  body: string;
}

/** The comments that wait for an answer in words. One text is answered once. */
export function findUnanswered(
  { site }: Desk,
  people: People,
  { comments, read }: RoomReading,
): Unanswered[] {
  const ours = comments.filter((comment) => isOwn(people, comment)).map(({ body }) => body);
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  return read().replies.flatMap((reply) => {
    const comment = byId.get(reply.comment);
    if (comment === undefined) return [];
    const marker = replyMarker(comment.id, digestOf(comment.body));
    if (ours.some((body) => body.startsWith(marker))) return [];
    return [{ comment, body: `${marker}\n${renderReply(reply, comment.author, site.languages)}` }];
  });
}

/** Answers in words what was not understood. */
export async function giveAnswers(desk: Desk, people: People, reading: RoomReading): Promise<void> {
  const { repo, pull } = reading.room;
  // What was answered meanwhile, by a run beside this one, is not answered again.
  const comments = await listSaid(desk.host, reading.room);
  for (const { comment, body } of findUnanswered(desk, people, { ...reading, comments })) {
    if (!comment.isForm) await desk.host.ensureReaction(repo, comment.id, 'confused');
    await desk.host.createComment(repo, pull, body);
  }
}

/** SHA-256 of a comment's body, hex, as ledgers keep it. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
