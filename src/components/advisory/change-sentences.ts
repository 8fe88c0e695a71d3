import type { Change } from '#domain/revision.ts';
import type { Words } from '#i18n/words.ts';

/** What a revision changed, as sentences: one per part, or one each for the rows added, removed and edited. */
export function changeSentences(changes: readonly Change[], words: Words['pages']['advisory']): string[] {
  return changes.flatMap(({ part, added = [], removed = [], edited = [] }) => {
    const name = words.parts[part];
    const phrases = words.history.change;
    const sentences = [
      ...(added.length > 0 ? [phrases.added(name, added)] : []),
      ...(removed.length > 0 ? [phrases.removed(name, removed)] : []),
      ...(edited.length > 0 ? [phrases.edited(name, edited)] : []),
    ];
    return sentences.length > 0 ? sentences : [phrases.whole(name)];
  });
}
