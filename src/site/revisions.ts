import { compareInstants } from '#domain/dates.ts';
import { type Language, localize } from '#domain/language.ts';
import type { Revision } from '#domain/revision.ts';
import type { RevisionView } from './view.ts';

/** Revisions whose moment has come, newest first, each with its number in the front matter. */
export function toRevisionViews(
  revisions: readonly Revision[],
  now: string,
  language: Language,
  languages: readonly Language[],
): RevisionView[] {
  return revisions
    .map(({ at, summary, changes = [] }, index) => ({
      number: index + 1,
      at,
      summary: localize(summary, language, languages),
      changes,
    }))
    .filter(({ at }) => compareInstants(at, now) <= 0)
    .toReversed();
}
