import type { Advisory } from '#catalog/catalog.ts';
import { firstLanguage, type Language } from '#domain/language.ts';
import type { Site } from '#domain/site.ts';

/*
 * Every address of the site. Nothing else in the house may spell one.
 * An address is a site path: it starts with `/`, is percent-encoded and never climbs. Pages end in `/`.
 * The site's first language stands at the root, every other one under `/<language>/`.
 */

type Languages = Pick<Site, 'languages'>;

/** The media syntaxes in which the site's own feeds are offered; each is also the file's ending. */
export const FEED_SYNTAXES = ['rss', 'atom', 'json'] as const;
export type FeedSyntax = (typeof FEED_SYNTAXES)[number];

/** What the site-wide feeds select. */
export const FEED_SELECTIONS = ['all', 'updated', 'urgent', 'alerts', 'critical', 'high'] as const;
export type FeedSelection = (typeof FEED_SELECTIONS)[number];

export function homeAddress(site: Languages, language: Language): string {
  return formatAddress(site, language, [], '/');
}

/** All advisories: the latest twelve months, or one year. */
export function advisoriesAddress(site: Languages, language: Language, year?: number): string {
  return formatAddress(site, language, ['advisories', ...yearSegment(year)], '/');
}

/** One family: the latest twelve months, or one year. */
export function familyAddress(site: Languages, language: Language, path: string, year?: number): string {
  return formatAddress(site, language, [path, ...yearSegment(year)], '/');
}

/** The list of one year as a table file: of one family, or of all. */
export function yearCsvAddress(site: Languages, language: Language, year: number, path?: string): string {
  return formatAddress(site, language, [path ?? 'advisories', `${year}.csv`]);
}

/** The page of an advisory in a language, or in the site's first language when it has no text in that one. */
export function advisoryAddress(
  site: Languages,
  language: Language,
  advisory: Pick<Advisory, 'slug' | 'family' | 'texts'>,
): string {
  const spoken = advisory.texts[language] === undefined ? firstLanguage(site) : language;
  return formatAddress(site, spoken, [advisory.family.path, advisory.slug], '/');
}

export function vendorsAddress(site: Languages, language: Language): string {
  return formatAddress(site, language, ['vendors'], '/');
}

export function vendorAddress(site: Languages, language: Language, slug: string): string {
  return formatAddress(site, language, ['vendors', slug], '/');
}

export function searchAddress(site: Languages, language: Language): string {
  return formatAddress(site, language, ['search'], '/');
}

/** The folder of the search indexes, or that of one language in it. */
export function searchIndexAddress(language?: Language): string {
  return formatPath(['search-index', ...(language === undefined ? [] : [language])], '/');
}

/** The list of developers who could not be reached, with the advisories that were published after judgement. */
export function unreachableAddress(site: Languages, language: Language): string {
  return formatAddress(site, language, ['unreachable'], '/');
}

export function feedsAddress(site: Languages, language: Language): string {
  return formatAddress(site, language, ['feeds'], '/');
}

export function siteFeedAddress(
  site: Languages,
  language: Language,
  selection: FeedSelection,
  syntax: FeedSyntax,
): string {
  return formatAddress(site, language, ['feeds', `${selection}.${syntax}`]);
}

/** The Atom feed of everything published in one year. */
export function yearFeedAddress(site: Languages, language: Language, year: number): string {
  return formatAddress(site, language, ['feeds', `${year}.atom`]);
}

/** The Atom feed of one vendor's advisories. */
export function vendorFeedAddress(site: Languages, language: Language, slug: string): string {
  return formatAddress(site, language, ['vendors', slug, 'feed.atom']);
}

/** The Atom feed of one product. */
export function productFeedAddress(
  site: Languages,
  language: Language,
  { vendor, file }: { vendor: string; file: string },
): string {
  return formatAddress(site, language, ['vendors', vendor, 'products', `${file}.atom`]);
}

/** The calendar of publications and of the site's events. */
export function calendarAddress(site: Languages, language: Language): string {
  return formatAddress(site, language, ['feeds', 'calendar.ics']);
}

/** What versions of a vendor's products its advisories speak about, in a language, for the vendor's page. */
export function vendorVersionsAddress(site: Languages, language: Language, slug: string): string {
  return formatAddress(site, language, ['vendors', slug, 'versions.json']);
}

export function aboutAddress(site: Languages, language: Language, slug: string): string {
  return formatAddress(site, language, ['about', slug], '/');
}

export function statisticsAddress(site: Languages, language: Language): string {
  return formatAddress(site, language, ['statistics'], '/');
}

/** How soon vulnerabilities are exploited. */
export function exploitTimesAddress(site: Languages, language: Language): string {
  return formatAddress(site, language, ['statistics', 'time-to-exploit'], '/');
}

/** The numbers of one figure of a page of statistics, as a table file. */
export function chartCsvAddress(
  site: Languages,
  language: Language,
  chart: string,
  page?: 'time-to-exploit',
): string {
  return formatAddress(site, language, ['statistics', ...(page ? [page] : []), `${chart}.csv`]);
}

/** The list of advisories under embargo, which only the preview for authors has. */
export function draftsAddress(site: Languages, language: Language): string {
  return formatAddress(site, language, ['drafts'], '/');
}

/** The list of everything that the check finds, which only the preview for authors has. */
export function findingsAddress(site: Languages, language: Language): string {
  return formatAddress(site, language, ['findings'], '/');
}

/** The page for unknown addresses: one file for all languages, because hosts serve a single one. */
export function notFoundAddress(): string {
  return formatPath(['404.html']);
}

export function sitemapIndexAddress(): string {
  return formatPath(['sitemap-index.xml']);
}

/** One sitemap of a language; a language has several when it has more pages than a sitemap may list. */
export function sitemapAddress(language: Language, number: number): string {
  return formatPath([`sitemap-${language}-${number}.xml`]);
}

export function robotsAddress(): string {
  return formatPath(['robots.txt']);
}

/** When and from what the site was built. */
export function buildRecordAddress(): string {
  return formatPath(['build.json']);
}

/** A picture of `public/og/`, by its name. */
export function sharePictureAddress(name: string): string {
  return formatPath(['og', `${name}.png`]);
}

/** The file that answers at a retired address: the address itself, or `index.html` in the folder it names. */
export function redirectFileAddress(from: string): string {
  const lastSegment = from.slice(from.lastIndexOf('/') + 1);
  const isFile = lastSegment.includes('.');
  return assertAddress(isFile ? from : `${from.replace(/\/$/u, '')}/index.html`);
}

/** An address as the public sees it: with the site's scheme and host. */
export function formatUrl(site: Pick<Site, 'url'>, address: string): string {
  return site.url.replace(/\/+$/u, '') + assertAddress(address);
}

/** The language of the page at an address: that of its first segment where it names one, else the first language. */
export function languageAt(site: Languages, address: string): Language {
  const first = firstLanguage(site);
  return site.languages.find((each) => each !== first && address.startsWith(`/${each}/`)) ?? first;
}

function yearSegment(year: number | undefined): string[] {
  return year === undefined ? [] : [String(year)];
}

/** The address of some segments in a language. */
export function formatAddress(
  site: Languages,
  language: Language,
  segments: readonly string[],
  end: '' | '/' = '',
): string {
  return formatPath(language === firstLanguage(site) ? segments : [language, ...segments], end);
}

/** The address of some segments at the root of the site. */
export function formatPath(segments: readonly string[], end: '' | '/' = ''): string {
  const path = segments.map((segment) => `/${encodeSegment(segment)}`).join('');
  return assertAddress(path + end);
}

/** A segment that is empty, climbs or holds a separator would change the shape of the address. */
function encodeSegment(segment: string): string {
  if (segment === '' || /^\.+$/u.test(segment) || /[/\\\p{Cc}]/u.test(segment)) {
    throw new Error(`“${segment}” cannot be a part of an address.`);
  }
  return encodeURIComponent(segment);
}

/**
 * Answers the address unchanged.
 * @throws when it does not start with a single `/` or climbs: a programmer error, because schemas check what people write
 */
export function assertAddress(address: string): string {
  if (!/^\/(?!\/)/u.test(address))
    throw new Error(`The address “${address}” does not start with a single “/”.`);
  if (address.includes('..')) throw new Error(`The address “${address}” holds “..”.`);
  return address;
}
