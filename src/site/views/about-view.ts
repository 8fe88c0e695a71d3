import type { AboutPage, Catalog } from '#catalog/catalog.ts';
import { firstLanguage, type Language, localize } from '#domain/language.ts';
import type { Family, Site } from '#domain/site.ts';
import { aboutAddress, familyAddress } from '../addresses.ts';
import { chapterOf, pagesAbove, toPageLink } from '../about-chapter.ts';
import type { Shelf, SiteIndex } from '../site-index.ts';
import type { AboutView } from '../view.ts';
import { buildHead } from './head.ts';

/** A policy or help page; its prose is compiled with the templates and not part of the view. */
export function aboutView({ catalog, families }: SiteIndex, page: AboutPage): AboutView {
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
      trail: [...pagesAbove(catalog.pages, page), page].map((each) => toPageLink(site, each)),
    }),
    slug,
    title,
    description,
    updatedOn,
    ...toBehind(catalog, page),
    changes: page.changes.map(({ on, summary }, place) => ({ version: place + 1, on, summary })).toReversed(),
    ...toChapter(catalog, page),
    timers: site.timers,
    publisher: toPublisher(site, language),
    families: site.families.map((family) => toFamily(site, language, family, families.get(family.path))),
  };
}

function toChapter({ pages, site }: Catalog, page: AboutPage): Pick<AboutView, 'chapter'> {
  const chapter = chapterOf(pages, page);
  if (chapter === undefined) return {};
  const { lead, below } = chapter;
  return { chapter: { ...toPageLink(site, lead), pages: below.map((each) => toPageLink(site, each)) } };
}

function toPublisher({ publisher, languages }: Site, language: Language): AboutView['publisher'] {
  const { name, contact, securityPolicyUrl } = publisher;
  return {
    name: localize(name, language, languages).text,
    contact,
    ...(securityPolicyUrl !== undefined && { securityPolicyUrl }),
  };
}

/** The example is the oldest identifier that still stands, because no publication changes that. */
function toFamily(
  site: Site,
  language: Language,
  { prefix, name, description, path }: Family,
  shelf: Shelf | undefined,
): AboutView['families'][number] {
  const say = (text: Family['name']) => localize(text, language, site.languages);
  const oldest = shelf?.advisories.findLast(({ facts }) => facts.state === 'published');
  return {
    prefix,
    name: say(name),
    ...(description !== undefined && { description: say(description) }),
    address: familyAddress(site, language, path),
    ...(oldest && { example: oldest.id }),
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
