import type { Participants, RoomComment } from '../comment.ts';
import { isProgram } from './read-versions.ts';
import { type Reply, replyMarker } from './reply.ts';

const MARKER = /^<!-- kairan:reply (\d+) [0-9a-f]{16} -->/;

/**
 * The replies that were not given yet. Only comments that our program wrote tell which were.
 */
export function waitingReplies(
  replies: readonly Reply[],
  comments: readonly RoomComment[],
  people: Participants,
): Reply[] {
  const given = comments.flatMap((one) => (isProgram(one, people) ? (MARKER.exec(one.body) ?? []) : []));
  const markers = new Set(given);
  const told = new Set(comments.filter(({ id }) => markers.has(String(id))).map(({ author }) => author));
  return replies.filter((reply) => {
    if (!reply.isStranger) return !markers.has(replyMarker(reply));
    const isFirst = !told.has(reply.author);
    told.add(reply.author);
    return isFirst;
  });
}
