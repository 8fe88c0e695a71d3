import { type Language, localize } from '#domain/language.ts';
import { compareVendorStatus, VENDOR_STATUSES } from '#domain/vendor-status.ts';
import { wordsOf } from '#i18n/words.ts';
import {
  advisoriesAddress,
  familyAddress,
  searchAddress,
  searchIndexAddress,
  vendorsAddress,
} from '../addresses.ts';
import { toRow } from '../rows.ts';
import type { SiteIndex } from '../site-index.ts';
import type { SearchView } from '../view.ts';
import { toYearLinks } from '../years.ts';
import { buildHead } from './head.ts';

const NEWEST = 5;
const SEVERITIES = ['critical', 'high', 'medium', 'low', 'none'] as const;
const FIXES = ['available', 'none'] as const;
/** Services that understand `site:`, by the address to which a query is added. */
const SERVICES = {
  DuckDuckGo: 'https://duckduckgo.com/?q=',
  Google: 'https://www.google.com/search?q=',
} as const;

/** The search page, with the lists that serve readers whose browser runs no script. */
export function searchView(index: SiteIndex, language: Language): SearchView {
  const { site, advisories } = index.catalog;
  const { titles, descriptions } = wordsOf(language).site;
  const newest = advisories.filter(({ facts }) => facts.state === 'published').slice(0, NEWEST);
  return {
    kind: 'search',
    head: buildHead(site, language, {
      title: titles.search,
      description: descriptions.search,
      addressIn: (other) => searchAddress(site, other),
      trail: [{ label: titles.search, address: searchAddress(site, language) }],
    }),
    newest: newest.map((advisory) => toRow(index, language, advisory)),
    spellings: newest.slice(0, 1).flatMap(({ id, slug }) => spellingsOf(id, slug)),
    facets: toFacets(index, language),
    years: toYearLinks(index.all, (year) => advisoriesAddress(site, language, year)),
    families: site.families.map(({ name, path }) => ({
      label: localize(name, language, site.languages).text,
      address: familyAddress(site, language, path),
    })),
    vendorsAddress: vendorsAddress(site, language),
    advisoriesAddress: advisoriesAddress(site, language),
    indexAddress: searchIndexAddress(language),
    elsewhere: toServices(site.url),
  };
}

/** The identifier as it is printed, as it stands in addresses, and as people type it. */
function spellingsOf(id: string, slug: string): string[] {
  const typed = slug.toLowerCase().replace(/^([a-z]+)(\d)/, '$1 $2');
  return [...new Set([id, slug, typed])];
}

/** Years and statuses in the order of the lists; vendors are many and are named by the search index. */
function toFacets(index: SiteIndex, language: Language): SearchView['facets'] {
  const { site } = index.catalog;
  const { lists, pages, search } = wordsOf(language);
  const years = index.all.years.map(([year]) => String(year));
  const families = site.families.map(({ name, path }) => ({
    value: path,
    label: localize(name, language, site.languages).text,
  }));
  return [
    {
      name: 'year',
      values: years.map((value) => ({ value, label: lists.list.yearLabel(Number(value)) })),
    },
    {
      name: 'severity',
      values: SEVERITIES.map((value) => ({ value, label: pages.advisory.severities[value] })),
    },
    { name: 'family', values: families },
    { name: 'fix', values: FIXES.map((value) => ({ value, label: search.fixes[value] })) },
    { name: 'vendor', values: [] },
    {
      name: 'status',
      values: VENDOR_STATUSES.toSorted(compareVendorStatus).map((value) => ({
        value,
        label: pages.advisory.statuses[value],
      })),
    },
  ];
}

function toServices(url: string): SearchView['elsewhere'] {
  const query = encodeURIComponent(`site:${new URL(url).hostname}`);
  return Object.entries(SERVICES).map(([label, address]) => ({ label, address: address + query }));
}
