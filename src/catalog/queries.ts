import { compareText } from '#domain/compare-text.ts';
import { compareInstants } from '#domain/dates.ts';
import type { Advisory, Catalog } from './catalog.ts';

/** Years in which something was published, newest first, each with its advisories. */
export function byYear(advisories: readonly Advisory[]): [year: number, advisories: Advisory[]][] {
  return [...Map.groupBy(advisories, ({ year }) => year)].toSorted(([a], [b]) => b - a);
}

/** Advisories that name the vendor, newest first. */
export function byVendor(catalog: Catalog, slug: string): readonly Advisory[] {
  return catalog.advisoriesByVendor.get(slug) ?? [];
}

/** Advisories with more than their first revision, or withdrawn ones, by the moment of the last change. */
export function updated(catalog: Catalog): readonly Advisory[] {
  return catalog.advisories
    .filter(({ facts, updatedAt }) => compareInstants(updatedAt, facts.publishedAt) > 0)
    .toSorted((a, b) => compareInstants(b.updatedAt, a.updatedAt) || compareText(a.id, b.id));
}

/** Advisories that carry the editorial 緊急 mark and have not been withdrawn, newest first. */
export function urgent(catalog: Catalog): readonly Advisory[] {
  return catalog.advisories.filter(({ facts }) => facts.urgent !== false && facts.state === 'published');
}
