import type { Catalog, Vendor } from '#catalog/catalog.ts';
import { type Language, localize, type SpokenText } from '#domain/language.ts';

/**
 * The vendor of a slug.
 * @throws for a vendor without a file: `npm run check` refuses it, so the content was not checked
 */
export function findVendor({ vendorBySlug }: Catalog, slug: string): Vendor {
  const vendor = vendorBySlug.get(slug);
  if (vendor === undefined) throw new Error(`The vendor “${slug}” has no file in vendors/.`);
  return vendor;
}

/**
 * A vendor's name in the wanted language or the nearest one.
 * @throws for a vendor without a file
 */
export function vendorName(catalog: Catalog, slug: string, language: Language): SpokenText {
  return localize(findVendor(catalog, slug).facts.name, language, catalog.site.languages);
}

/** What readers may type for a vendor beside the name that is shown: reading, aliases and former names. */
export function otherSpellings({ reading = '', aliases, formerNames }: Vendor['facts']): string[] {
  return [reading, ...aliases, ...formerNames].filter(Boolean);
}
