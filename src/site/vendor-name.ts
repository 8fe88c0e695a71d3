import type { Catalog, Vendor } from '#catalog/catalog.ts';
import { type Language, localize, type SpokenText } from '#domain/language.ts';

/**
 * A vendor's name in the wanted language or the nearest one.
 * @throws for a vendor without a file: `npm run check` refuses it, so the content was not checked
 */
export function vendorName({ vendorBySlug, site }: Catalog, slug: string, language: Language): SpokenText {
  const vendor = vendorBySlug.get(slug);
  if (vendor === undefined) throw new Error(`The vendor “${slug}” has no file in vendors/.`);
  return localize(vendor.facts.name, language, site.languages);
}

/** What readers may type for a vendor beside the name that is shown: reading, aliases and former names. */
export function otherSpellings({ reading = '', aliases, formerNames }: Vendor['facts']): string[] {
  return [reading, ...aliases, ...formerNames].filter(Boolean);
}
