import type { AboutPage } from '#catalog/catalog.ts';
import { type Language, localize } from '#domain/language.ts';
import { aboutAddress, familyAddress } from '../addresses.ts';
import type { SiteIndex } from '../site-index.ts';
import type { AboutView } from '../view.ts';
import { buildHead } from './head.ts';

/** A policy or help page; its prose is compiled with the templates and not part of the view. */
export function aboutView({ catalog }: SiteIndex, page: AboutPage): AboutView {
  const { site } = catalog;
  const { slug, language, title, description, updatedOn } = page;
  const addressIn = (other: Language) => aboutAddress(site, other, slug);
  const first = catalog.pages.find((other) => other.language === language)?.slug ?? slug;
  const spoken = catalog.pages.filter((other) => other.slug === slug).map((other) => other.language);
  return {
    kind: 'about',
    head: buildHead(site, language, {
      title,
      description,
      addressIn,
      languages: site.languages.filter((each) => spoken.includes(each)),
      menuAddress: aboutAddress(site, language, first),
      trail: [{ label: title, address: addressIn(language) }],
    }),
    slug,
    title,
    description,
    updatedOn,
    families: site.families.map((family) => ({
      prefix: family.prefix,
      name: localize(family.name, language, site.languages),
      ...(family.description !== undefined && {
        description: localize(family.description, language, site.languages),
      }),
      address: familyAddress(site, language, family.path),
    })),
  };
}
