import type { Advisory } from '#catalog/catalog.ts';
import { epochMilliseconds, toUtc } from '#domain/dates.ts';
import type { Language } from '#domain/language.ts';
import { escapeHtml } from '#markdown/escape.ts';
import {
  aboutAddress,
  advisoriesAddress,
  advisoryAddress,
  familyAddress,
  exploitTimesAddress,
  feedsAddress,
  formatUrl,
  homeAddress,
  robotsAddress,
  searchAddress,
  sitemapAddress,
  sitemapIndexAddress,
  statisticsAddress,
  unreachableAddress,
  vendorAddress,
  vendorsAddress,
} from './addresses.ts';
import type { PlannedFile } from './plan.ts';
import type { Shelf, SiteIndex } from './site-index.ts';
import { listsIndividual } from './views/unreachable-view.ts';

/** The most addresses that one sitemap may hold (sitemaps.org protocol 0.9). */
const MOST = 50_000;

interface Entry {
  address: string;
  /** The moment of the last change as written, or a day; absent where nothing says when the page last changed. */
  changed?: string;
}

/**
 * The sitemaps of all languages, their index and `robots.txt`. `lastmod` is the newest revision of what the page shows,
 * never the moment of the build; pages of which nothing tells when they changed (search, feeds, unreachable developers) have none. Withdrawn advisories are left out, because their pages ask not to be indexed.
 */
export function planSitemaps(index: SiteIndex): PlannedFile[] {
  const { site } = index.catalog;
  const sitemaps = site.languages.flatMap((language) =>
    chunk(listEntries(index, language)).map((entries, place) => ({
      address: sitemapAddress(language, place + 1),
      entries,
    })),
  );
  return [
    ...sitemaps.map(({ address, entries }) => xmlFile(address, () => renderSitemap(site.url, entries))),
    xmlFile(sitemapIndexAddress(), () => renderSitemapIndex(site.url, sitemaps)),
    {
      kind: 'file',
      address: robotsAddress(),
      type: 'text/plain',
      render: () => `User-agent: *\nAllow: /\n\nSitemap: ${formatUrl(site, sitemapIndexAddress())}\n`,
    },
  ];
}

function listEntries(index: SiteIndex, language: Language): Entry[] {
  const { catalog, all, families } = index;
  const { site, advisories } = catalog;
  const newest = newestOf(advisories);
  return [
    { address: homeAddress(site, language), ...newest },
    ...listShelf(all, (year) => advisoriesAddress(site, language, year)),
    ...[...families].flatMap(([path, shelf]) =>
      listShelf(shelf, (year) => familyAddress(site, language, path, year)),
    ),
    ...advisories
      .filter(({ texts, facts }) => texts[language] !== undefined && facts.state === 'published')
      .map((advisory) => ({
        address: advisoryAddress(site, language, advisory),
        changed: advisory.updatedAt,
      })),
    { address: vendorsAddress(site, language), ...newest },
    ...index.vendors.map(({ slug }) => ({
      address: vendorAddress(site, language, slug),
      ...newestOf(catalog.advisoriesByVendor.get(slug) ?? []),
    })),
    { address: searchAddress(site, language) },
    { address: feedsAddress(site, language) },
    { address: statisticsAddress(site, language), ...newest },
    { address: exploitTimesAddress(site, language) },
    ...(listsIndividual(catalog) ? [] : [{ address: unreachableAddress(site, language) }]),
    ...catalog.pages
      .filter((page) => page.language === language)
      .map(({ slug, updatedOn }) => ({ address: aboutAddress(site, language, slug), changed: updatedOn })),
  ];
}

function listShelf(shelf: Shelf, addressOf: (year?: number) => string): Entry[] {
  return [
    { address: addressOf(), ...newestOf(shelf.latest) },
    ...shelf.years.map(([year, advisories]) => ({ address: addressOf(year), ...newestOf(advisories) })),
  ];
}

function newestOf(advisories: readonly Advisory[]): Pick<Entry, 'changed'> {
  let newest: { at: string; moment: number } | undefined;
  for (const { updatedAt } of advisories) {
    const moment = epochMilliseconds(updatedAt);
    if (newest === undefined || moment > newest.moment) newest = { at: updatedAt, moment };
  }
  return newest ? { changed: newest.at } : {};
}

function chunk(entries: readonly Entry[]): Entry[][] {
  const count = Math.max(1, Math.ceil(entries.length / MOST));
  return Array.from({ length: count }, (_, place) => entries.slice(place * MOST, (place + 1) * MOST));
}

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

function renderSitemap(url: string, entries: readonly Entry[]): string {
  const rows = entries.map((entry) => `<url>${renderEntry(url, entry)}</url>\n`).join('');
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="${NAMESPACE}">\n${rows}</urlset>\n`;
}

function renderSitemapIndex(
  url: string,
  sitemaps: readonly { address: string; entries: readonly Entry[] }[],
) {
  const rows = sitemaps.map(({ address, entries }) => {
    const changed = entries
      .flatMap((entry) => entry.changed ?? [])
      .reduce<string | undefined>(
        (a, b) => (a === undefined || Date.parse(b) > Date.parse(a) ? b : a),
        undefined,
      );
    return `<sitemap>${renderEntry(url, { address, ...(changed !== undefined && { changed }) })}</sitemap>\n`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="${NAMESPACE}">\n${rows.join('')}</sitemapindex>\n`;
}

/** Days stay days; moments are written in UTC (W3C Datetime, as the protocol asks). */
function renderEntry(url: string, { address, changed }: Entry): string {
  const loc = `<loc>${escapeHtml(formatUrl({ url }, address))}</loc>`;
  if (changed === undefined) return loc;
  return `${loc}<lastmod>${changed.includes('T') ? toUtc(changed) : changed}</lastmod>`;
}

function xmlFile(address: string, render: () => string): PlannedFile {
  return { kind: 'file', address, type: 'application/xml', render };
}
