import { firstLanguage } from '#domain/language.ts';
import { wordsOf } from '#i18n/words.ts';
import { advisoriesAddress, homeAddress, notFoundAddress, vendorsAddress } from '../addresses.ts';
import type { SiteIndex } from '../site-index.ts';
import type { NotFoundView } from '../view.ts';
import { toYearLinks } from '../years.ts';
import { buildHead } from './head.ts';

/**
 * The page for unknown addresses. There is one file for all languages: it stands in the frame of the first one, and
 * the template adds the words of the others.
 */
export function notFoundView(index: SiteIndex): NotFoundView {
  const { site } = index.catalog;
  const language = firstLanguage(site);
  const { titles, descriptions } = wordsOf(language).site;
  return {
    kind: 'not-found',
    head: buildHead(site, language, {
      title: titles.notFound,
      description: descriptions.notFound,
      addressIn: notFoundAddress,
      languages: [language],
      nearestIn: (other) => homeAddress(site, other),
      noindex: true,
    }),
    years: toYearLinks(index.all, (year) => advisoriesAddress(site, language, year)),
    vendorsAddress: vendorsAddress(site, language),
    advisoriesAddress: advisoriesAddress(site, language),
  };
}
