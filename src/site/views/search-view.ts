import { type Language, localize } from '#domain/language.ts';
import { wordsOf } from '#i18n/words.ts';
import {
  advisoriesAddress,
  familyAddress,
  searchAddress,
  searchIndexAddress,
  vendorsAddress,
} from '../addresses.ts';
import type { SiteIndex } from '../site-index.ts';
import type { SearchView } from '../view.ts';
import { toYearLinks } from '../years.ts';
import { buildHead } from './head.ts';

/** The search page, with the lists that serve readers whose browser runs no script. */
export function searchView(index: SiteIndex, language: Language): SearchView {
  const { site } = index.catalog;
  const { titles, descriptions } = wordsOf(language).site;
  return {
    kind: 'search',
    head: buildHead(site, language, {
      title: titles.search,
      description: descriptions.search,
      addressIn: (other) => searchAddress(site, other),
      trail: [{ label: titles.search, address: searchAddress(site, language) }],
    }),
    years: toYearLinks(index.all, (year) => advisoriesAddress(site, language, year)),
    families: site.families.map(({ name, path }) => ({
      label: localize(name, language, site.languages).text,
      address: familyAddress(site, language, path),
      path,
    })),
    vendorsAddress: vendorsAddress(site, language),
    advisoriesAddress: advisoriesAddress(site, language),
    indexAddress: searchIndexAddress(),
  };
}
