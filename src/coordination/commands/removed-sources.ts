import type { RoomComment } from '../comment.ts';
import type { Act, Entry } from '../ledger/entry.ts';
import type { Version } from './read-versions.ts';
import type { Said } from './said.ts';

/**
 * Comments of a room from which the ledger has something, and that are gone or edited by their author so that nothing of
 * them holds any more. Each is told once, until something new comes from it.
 * @param said what holds now
 * @param repo the room, all of whose comments are given
 */
export function findRemovedSources(
  entries: readonly Entry[],
  comments: readonly RoomComment[],
  versions: readonly Version[],
  said: readonly Said[],
  repo: string,
): Act[] {
  const last = new Map<number, 'source' | 'removed'>();
  const recorded = new Set<string>();
  for (const entry of entries) {
    if (entry.act === 'source-removed' && entry.repo === repo) last.set(entry.comment, 'removed');
    else if ('source' in entry && entry.source?.repo === repo) {
      last.set(entry.source.comment, 'source');
      recorded.add(`${entry.source.comment} ${entry.source.sha256}`);
    }
  }
  const present = new Set(comments.flatMap((one) => (one.repo === repo ? [one.id] : [])));
  const speaking = new Set(said.flatMap((one) => (one.isRecorded ? [] : [one.comment])));
  for (const { comment, sha256 } of versions) {
    const holds = speaking.has(comment.id) || recorded.has(`${comment.id} ${sha256}`);
    if (comment.repo === repo && comment.editedBy !== undefined && !holds) present.delete(comment.id);
  }
  const gone = [...last].filter(([comment, state]) => state === 'source' && !present.has(comment));
  return gone.map(([comment]) => ({ act: 'source-removed', repo, comment }));
}
