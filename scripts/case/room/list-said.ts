import type { RoomComment } from '#coordination/comment.ts';
import type { Host, HostForm } from '../../host/host.ts';
import { type LiveRoom, hasForms } from './rooms.ts';

/** All that people wrote in a room: the comments of its pull request and, where it has forms, those. */
export async function listSaid(
  host: Host,
  room: Pick<LiveRoom, 'repo' | 'branch' | 'pull'>,
): Promise<(RoomComment | HostForm)[]> {
  const comments = await host.listComments(room.repo, room.pull);
  return hasForms(room) ? [...comments, ...(await host.listForms(room.repo))] : comments;
}
