import path from 'node:path';
import { buildCatalog } from '#catalog/build-catalog.ts';
import { loadContent } from '#catalog/load-content.ts';
import type { Language } from '#domain/language.ts';
import { recordTools } from '#scripts/build/search-index.ts';
import { type SearchRecord, toSearchRecords } from '#search/records.ts';

/** Long after every advisory, so that all are published. */
const LATER = '2050-01-01T00:00:00Z';

/** The advisories of `content/` as the search of a language knows them. */
export function loadSampleRecords(language: Language): SearchRecord[] {
  return loadRecords(path.resolve(import.meta.dirname, '../../content'), language);
}

/** The advisories of a content directory as the search of a language knows them. */
export function loadRecords(contentDir: string, language: Language): SearchRecord[] {
  const catalog = buildCatalog(loadContent(contentDir), LATER);
  return toSearchRecords(catalog, language, recordTools(catalog));
}
