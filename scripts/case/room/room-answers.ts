import { renderReply } from '#coordination/commands/render-reply.ts';
import { replyMarker } from '#coordination/commands/reply.ts';
import type { Language } from '#domain/language.ts';
import type { Host } from '../../host/host.ts';
import { listSaid } from './list-said.ts';
import type { RoomReading } from './read-room.ts';

/** Answers in words what was not understood. One text is answered once. */
export async function giveAnswers(
  host: Host,
  { room, read }: Pick<RoomReading, 'room' | 'read'>,
  languages: readonly Language[],
): Promise<void> {
  const { repo, pull } = room;
  // What was answered meanwhile, by a run beside this one, is not answered again.
  const comments = await listSaid(host, room);
  const forms = new Set(comments.filter(({ isForm }) => isForm).map(({ id }) => id));
  for (const reply of read({ comments }).replies) {
    if (!forms.has(reply.comment)) await host.ensureReaction(repo, reply.comment, 'confused');
    const body = renderReply(reply, reply.author, languages);
    await host.createComment(repo, pull, `${replyMarker(reply)}\n${body}`);
  }
}
