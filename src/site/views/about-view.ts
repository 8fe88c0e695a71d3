import type { AboutPage, Catalog } from '#catalog/catalog.ts';
import { firstLanguage, type Language, localize } from '#domain/language.ts';
import { aboutAddress, familyAddress } from '../addresses.ts';
import type { SiteIndex } from '../site-index.ts';
import type { AboutView } from '../view.ts';
import { buildHead } from './head.ts';

/** A policy or help page; its prose is compiled with the templates and not part of the view. */
export function aboutView({ catalog }: SiteIndex, page: AboutPage): AboutView {
  const { site } = catalog;
  const { slug, language, title, description, updatedOn } = page;
  const { timers, publisher } = site;
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
    ...toBehind(catalog, page),
    changes: page.changes.map(({ on, summary }, place) => ({ version: place + 1, on, summary })).toReversed(),
    timers: {
      triage: timers.triageDays,
      publicationTarget: timers.publicationTargetDays,
      websiteTarget: timers.websiteTargetDays,
      vendorSilence: timers.vendorSilenceDays,
      urgent: timers.urgentDays,
    },
    publisher: {
      name: localize(publisher.name, language, site.languages).text,
      contact: publisher.contact,
      ...(publisher.securityPolicyUrl !== undefined && { securityPolicyUrl: publisher.securityPolicyUrl }),
    },
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

/** The site's first language holds the original; a translation whose day is earlier says so. */
function toBehind(
  { pages, site }: Catalog,
  { slug, language, updatedOn }: AboutPage,
): Pick<AboutView, 'behind'> {
  const spoken = firstLanguage(site);
  const original = pages.find((other) => other.slug === slug && other.language === spoken);
  if (original === undefined || language === spoken || updatedOn >= original.updatedOn) return {};
  return { behind: { originalOn: original.updatedOn, originalAddress: aboutAddress(site, spoken, slug) } };
}
