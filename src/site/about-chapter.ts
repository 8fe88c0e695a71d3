import type { AboutPage } from '#catalog/catalog.ts';
import type { Language } from '#domain/language.ts';
import type { Site } from '#domain/site.ts';
import { aboutAddress } from './addresses.ts';
import type { Link } from './view.ts';

/** The pages above this one in its own language, the uppermost first. Content that the checks refuse may go in circles. */
export function pagesAbove(pages: readonly AboutPage[], page: AboutPage): AboutPage[] {
  const above = new Set<AboutPage>();
  for (let next = parentOf(pages, page); next !== undefined; next = parentOf(pages, next)) {
    if (next === page || above.has(next)) break;
    above.add(next);
  }
  return [...above].toReversed();
}

/** The chapter in which readers of a page are: the pages below it or, where there are none, those beside it. */
export function chapterOf(
  pages: readonly AboutPage[],
  page: AboutPage,
): { lead: AboutPage; below: readonly AboutPage[] } | undefined {
  const lead = pagesBelow(pages, page).length > 0 ? page : parentOf(pages, page);
  return lead && { lead, below: pagesBelow(pages, lead) };
}

function parentOf(pages: readonly AboutPage[], { partOf, language }: AboutPage): AboutPage | undefined {
  return partOf === undefined ? undefined : findPage(pages, language, partOf);
}

/** A page in one language, where the content has it. */
export function findPage(
  pages: readonly AboutPage[],
  language: Language,
  slug: string,
): AboutPage | undefined {
  return pages.find((page) => page.slug === slug && page.language === language);
}

export function toPageLink(site: Site, { slug, language, title }: AboutPage): Link {
  return { label: title, address: aboutAddress(site, language, slug) };
}

function pagesBelow(pages: readonly AboutPage[], { slug, language }: AboutPage): AboutPage[] {
  return pages.filter((other) => other.partOf === slug && other.language === language);
}
