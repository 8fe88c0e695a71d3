import type { Advisory, Catalog } from '#catalog/catalog.ts';
import { type Language, localize } from '#domain/language.ts';
import {
  aboutAddress,
  advisoriesAddress,
  advisoryAddress,
  familyAddress,
  exploitTimesAddress,
  feedsAddress,
  homeAddress,
  notFoundAddress,
  searchAddress,
  statisticsAddress,
  unreachableAddress,
  vendorAddress,
  vendorsAddress,
} from '#site/addresses.ts';

/** A page to look at: a short name for files, and its site path, perhaps with a query. */
export interface ChosenPage {
  name: string;
  address: string;
}

/** One page of each type in a language, the most telling one; types that the content does not have are left out. */
export function choosePages(catalog: Catalog, language: Language): ChosenPage[] {
  const { site, advisories } = catalog;
  const [newest] = advisories;
  const [family] = site.families;
  const [about] = catalog.pages.filter((page) => page.language === language);
  const vendor = [...catalog.advisoriesByVendor].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
  const vendorName = vendor === undefined ? undefined : catalog.vendorBySlug.get(vendor)?.facts.name;
  const query = vendorName === undefined ? '' : localize(vendorName, language, site.languages).text;
  const pages: [name: string, address: string | undefined][] = [
    ['home', homeAddress(site, language)],
    ['index', advisoriesAddress(site, language)],
    ['year', newest && advisoriesAddress(site, language, newest.year)],
    ['family', family && familyAddress(site, language, family.path)],
    ...chooseAdvisories(catalog, language),
    ['vendors', vendorsAddress(site, language)],
    ['vendor', vendor && vendorAddress(site, language, vendor)],
    ['search', searchAddress(site, language)],
    ['search-found', `${searchAddress(site, language)}?q=${encodeURIComponent(query)}`],
    ['search-nothing', `${searchAddress(site, language)}?q=zzzqqq`],
    ['feeds', feedsAddress(site, language)],
    ['unreachable', unreachableAddress(site, language)],
    ['statistics', statisticsAddress(site, language)],
    ['time-to-exploit', exploitTimesAddress(site, language)],
    ['about', about && aboutAddress(site, language, about.slug)],
    ['not-found', notFoundAddress()],
  ];
  return pages.flatMap(([name, address]) => (address === undefined ? [] : [{ name, address }]));
}

/** Advisories that look different from one another, of those written in the language. */
function chooseAdvisories(
  { advisories, site }: Catalog,
  language: Language,
): [name: string, address: string | undefined][] {
  const written = advisories.filter(({ texts }) => texts[language] !== undefined);
  const standing = written.filter(({ facts }) => facts.state === 'published');
  const most = (size: (advisory: Advisory) => number) => standing.toSorted((a, b) => size(b) - size(a))[0];
  const chosen: [string, Advisory | undefined][] = [
    ['advisory', standing[0]],
    ['advisory-vendors', most(({ facts }) => facts.vendors.length)],
    ['advisory-products', most(({ facts }) => facts.affected.length)],
    ['advisory-revised', most(({ facts }) => facts.revisions.length)],
    ['advisory-urgent', standing.find(({ facts }) => facts.urgent !== false)],
    ['advisory-withdrawn', written.find(({ facts }) => facts.state === 'withdrawn')],
  ];
  return chosen.map(([name, advisory]) => [name, advisory && advisoryAddress(site, language, advisory)]);
}
