import type { RoomComment } from '../comment.ts';
import { type Reply, replyMarker } from './reply.ts';

const MARKER = /^<!-- kairan:reply (\d+) [0-9a-f]{16} -->/;

/**
 * The replies that were not given yet. Only what our own account wrote tells which were.
 * @param bot the login of our account
 */
export function waitingReplies(
  replies: readonly Reply[],
  comments: readonly RoomComment[],
  bot: string,
): Reply[] {
  const given = comments.flatMap(({ author, body }) => (author === bot ? (MARKER.exec(body) ?? []) : []));
  const markers = new Set(given);
  const told = new Set(comments.filter(({ id }) => markers.has(String(id))).map(({ author }) => author));
  return replies.filter((reply) => {
    if (!reply.isStranger) return !markers.has(replyMarker(reply));
    const isFirst = !told.has(reply.author);
    told.add(reply.author);
    return isFirst;
  });
}
