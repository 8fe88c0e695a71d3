import type { RoomComment } from '#coordination/comment.ts';
import type { HubSettings } from '#coordination/hub-files.ts';

/** What every comment of ours begins with; the rest of the line tells which it is. */
const MARK = '<!-- kairan:';

/**
 * Whether our program wrote a comment: under its own account, that of a workflow, or that of the coordinator who ran it.
 * A marker that anybody else writes means nothing: vendors have neither a bot in a room nor a coordinator's account.
 */
export function isOwn(
  { bot, coordinators }: Pick<HubSettings, 'bot' | 'coordinators'>,
  { author, isBot, body }: RoomComment,
): boolean {
  return body.startsWith(MARK) && (isBot || author === bot || coordinators.includes(author));
}
