import { LANGUAGES, type Language } from '#domain/language.ts';
import type { SourceReading } from './read-all.ts';
import { NOTHING } from './unread-file.ts';

/** How many records are looked at before a new site’s languages are chosen; files that are none do not count. */
const LOOKED_AT = 200;

/**
 * The languages of a new site: those of its first records, the one of most of them first. The records that were looked
 * at come again before the others.
 */
export function chooseLanguages(readings: Iterator<SourceReading>): {
  readonly languages: readonly Language[];
  readonly readings: Iterable<SourceReading>;
} {
  const head: SourceReading[] = [];
  for (let looked = 0; looked < LOOKED_AT;) {
    const next = readings.next();
    if (next.done === true) break;
    head.push(next.value);
    if (next.value.document.value !== NOTHING) looked += 1;
  }
  const counts = new Map(LANGUAGES.map((language) => [language, count(head, language)]));
  const met = LANGUAGES.filter((language) => counts.get(language));
  const languages = met.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return { languages: languages.length === 0 ? ['en'] : languages, readings: chain(head, readings) };
}

function count(readings: readonly SourceReading[], language: Language): number {
  const isTold = (reading: SourceReading): boolean =>
    'draft' in reading &&
    (reading.draft.language === language || reading.draft.translations?.[language] !== undefined);
  return readings.filter(isTold).length;
}

function* chain<Item>(head: readonly Item[], rest: Iterator<Item>): Generator<Item> {
  yield* head;
  for (let next = rest.next(); next.done !== true; next = rest.next()) yield next.value;
}
