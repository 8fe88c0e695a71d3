import type { RoomComment } from '../comment.ts';
import type { Act, Entry } from '../ledger/entry.ts';
import type { Version } from './read-versions.ts';

/**
 * Comments of a room from which the ledger has something, and that are gone or whose author has taken every command out.
 * Each is told once, until something new comes from it.
 * @param repo the room, all of whose comments are given
 */
export function findRemovedSources(
  entries: readonly Entry[],
  comments: readonly RoomComment[],
  versions: readonly Version[],
  repo: string,
): Act[] {
  const last = new Map<number, 'source' | 'removed'>();
  for (const entry of entries) {
    if (entry.act === 'source-removed' && entry.repo === repo) last.set(entry.comment, 'removed');
    else if ('source' in entry && entry.source?.repo === repo) last.set(entry.source.comment, 'source');
  }
  const present = new Set(comments.flatMap((one) => (one.repo === repo ? [one.id] : [])));
  for (const { comment, parsed } of versions) {
    const isEmptied = parsed.commands.length === 0 && comment.editedBy !== undefined;
    if (comment.repo === repo && isEmptied) present.delete(comment.id);
  }
  const gone = [...last].filter(([comment, state]) => state === 'source' && !present.has(comment));
  return gone.map(([comment]) => ({ act: 'source-removed', repo, comment }));
}
