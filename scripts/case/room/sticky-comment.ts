import type { CaseRecord } from '#coordination/case-record.ts';
import { renderSticky, STICKY_MARKER } from '#coordination/render-sticky.ts';
import type { Cases, Desk } from '../desk.ts';
import { onlyFor } from './drafts.ts';
import { isOwn } from './own-comments.ts';
import type { LiveRoom } from './rooms.ts';

/** The one comment of a room that shows how things stand: its id when it is there already, and what it should say. */
interface StickyChange {
  id?: number;
  body: string;
}

/** How the comment must change; `undefined` when it says what it should. Only our own comments count, whoever copies the marker. */
export async function findStaleSticky(
  { host, site }: Desk,
  { settings, contacts }: Cases,
  record: CaseRecord,
  room: LiveRoom,
): Promise<StickyChange | undefined> {
  const comments = await host.listComments(room.repo, room.pull);
  const own = comments.find((one) => isOwn(settings, one) && one.body.startsWith(STICKY_MARKER));
  const body = renderSticky(onlyFor(record, room.vendor), {
    languages: site.languages,
    timezone: site.timezone,
    vendorName: (slug) => contacts.get(slug)?.name ?? slug,
  });
  if (own === undefined) return { body };
  return sameText(own.body, body) ? undefined : { id: own.id, body };
}

/** Writes the comment, or updates it. */
export async function writeSticky(
  desk: Desk,
  cases: Cases,
  record: CaseRecord,
  room: LiveRoom,
): Promise<void> {
  const change = await findStaleSticky(desk, cases, record, room);
  if (change === undefined) return;
  if (change.id === undefined) await desk.host.createComment(room.repo, room.pull, change.body);
  else await desk.host.updateComment(room.repo, change.id, change.body);
}

/** Hosts may change line ends and what stands at the end. */
function sameText(a: string, b: string): boolean {
  const plain = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd();
  return plain(a) === plain(b);
}
