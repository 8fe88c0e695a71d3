import { firstLanguage } from '#domain/language.ts';
import { wordsOf } from '#i18n/words.ts';
import {
  advisoriesAddress,
  homeAddress,
  notFoundAddress,
  searchAddress,
  vendorsAddress,
} from '../addresses.ts';
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
    blocks: site.languages.map((each) => ({
      language: each,
      homeAddress: homeAddress(site, each),
      searchAddress: searchAddress(site, each),
      advisoriesAddress: advisoriesAddress(site, each),
      vendorsAddress: vendorsAddress(site, each),
      years: toYearLinks(index.all, (year) => advisoriesAddress(site, each, year)),
    })),
    families: site.families.map(({ prefix, pattern }) => ({ prefix, pattern })),
  };
}
