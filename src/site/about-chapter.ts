import type { AboutPage } from '#catalog/catalog.ts';

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
  return pages.find((other) => other.slug === partOf && other.language === language);
}

function pagesBelow(pages: readonly AboutPage[], { slug, language }: AboutPage): AboutPage[] {
  return pages.filter((other) => other.partOf === slug && other.language === language);
}
