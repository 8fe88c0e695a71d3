import type { Advisory, Catalog } from '#catalog/catalog.ts';
import { compareInstants } from '#domain/dates.ts';
import { type Language, localize } from '#domain/language.ts';
import { nameChangedRows } from './change-rows.ts';
import type { RevisionView } from './view.ts';

/** Revisions whose moment has come, newest first, each with its number in the front matter. */
export function toRevisionViews(
  catalog: Catalog,
  { facts }: Pick<Advisory, 'facts'>,
  language: Language,
): RevisionView[] {
  const { site, now } = catalog;
  return facts.revisions
    .map(({ at, summary, changes = [] }, index) => ({
      number: index + 1,
      at,
      summary: localize(summary, language, site.languages),
      changes: nameChangedRows(changes, catalog, facts, language),
    }))
    .filter(({ at }) => compareInstants(at, now) <= 0)
    .toReversed();
}
