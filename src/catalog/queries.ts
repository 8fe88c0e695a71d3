import { compareText } from '#domain/compare-text.ts';
import { compareInstants } from '#domain/dates.ts';
import { firstLanguage, type Language } from '#domain/language.ts';
import type { Advisory, AdvisoryText, Catalog } from './catalog.ts';

/** Years in which something was published, newest first, each with its advisories. */
export function byYear(advisories: readonly Advisory[]): [year: number, advisories: Advisory[]][] {
  return [...Map.groupBy(advisories, ({ year }) => year)].toSorted(([a], [b]) => b - a);
}

/** Advisories that name the vendor, newest first. */
export function byVendor(catalog: Catalog, slug: string): readonly Advisory[] {
  return catalog.advisoriesByVendor.get(slug) ?? [];
}

/** The text of an advisory in a language or, when it is not translated, in the site's first one. */
export function findText(
  { site }: Pick<Catalog, 'site'>,
  { texts }: Pick<Advisory, 'texts'>,
  language: Language,
): AdvisoryText | undefined {
  return texts[language] ?? texts[firstLanguage(site)];
}

/**
 * The same for content that was checked.
 * @throws when there is no text in the site's first language either
 */
export function textIn(
  catalog: Pick<Catalog, 'site'>,
  advisory: Pick<Advisory, 'id' | 'texts'>,
  language: Language,
): AdvisoryText {
  const text = findText(catalog, advisory, language);
  if (text === undefined) throw new Error(`${advisory.id} has no text in the site’s first language.`);
  return text;
}

/** The languages in which an advisory was written, in the site's order: the original's first. */
export function languagesOf({ site }: Pick<Catalog, 'site'>, { texts }: Pick<Advisory, 'texts'>): Language[] {
  return site.languages.filter((language) => texts[language] !== undefined);
}

/** The last change first; advisories that changed at one moment by their id. */
export function byLastChange(advisories: readonly Advisory[]): Advisory[] {
  return advisories.toSorted((a, b) => compareInstants(b.updatedAt, a.updatedAt) || compareText(a.id, b.id));
}

/** When the one that changed last did so, as written; none of none. */
export function lastChange(advisories: readonly Advisory[]): string | undefined {
  return advisories
    .map(({ updatedAt }) => updatedAt)
    .reduce<string | undefined>(
      (latest, each) => (latest === undefined || compareInstants(each, latest) > 0 ? each : latest),
      undefined,
    );
}

/** Advisories with more than their first revision, or withdrawn ones, by the moment of the last change. */
export function updated(catalog: Catalog): readonly Advisory[] {
  return byLastChange(
    catalog.advisories.filter(({ facts, updatedAt }) => compareInstants(updatedAt, facts.publishedAt) > 0),
  );
}

/** Advisories that carry the editorial 緊急 mark and have not been withdrawn, newest first. */
export function urgent(catalog: Catalog): readonly Advisory[] {
  return catalog.advisories.filter(({ facts }) => facts.urgent !== false && facts.state === 'published');
}
