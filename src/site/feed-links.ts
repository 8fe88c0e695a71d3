import type { Catalog } from '#catalog/catalog.ts';
import { type Language, localize } from '#domain/language.ts';
import { wordsOf } from '#i18n/words.ts';
import {
  calendarAddress,
  type FeedSelection,
  type FeedSyntax,
  productFeedAddress,
  siteFeedAddress,
  vendorFeedAddress,
  yearFeedAddress,
} from './addresses.ts';
import { hasCalendar } from './calendar.ts';
import { jvnrssAddress } from './exports/export-addresses.ts';
import type { ExportPlan } from './exports/plan-exports.ts';
import type { ProductFeed } from './product-feeds.ts';
import type { SiteIndex } from './site-index.ts';
import { vendorName } from './vendor-name.ts';
import type { FeedLink } from './view.ts';

/** The registered media type of each syntax (RSS has none and is known by this one). */
export const FEED_TYPES = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const satisfies Record<FeedSyntax, FeedLink['type']>;

/** Names by which readers know the syntaxes; the same in every language. */
const SYNTAX_NAMES: Readonly<Record<FeedSyntax, string>> = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' };

export function toSiteFeedLink(
  { site }: Catalog,
  language: Language,
  selection: FeedSelection,
  syntax: FeedSyntax,
): FeedLink {
  const title = formatFeedTitle(wordsOf(language).site.feeds[selection], language, syntax);
  return { title, address: siteFeedAddress(site, language, selection, syntax), type: FEED_TYPES[syntax] };
}

export function toYearFeedLink({ site }: Catalog, language: Language, year: number): FeedLink {
  const title = formatFeedTitle(wordsOf(language).site.feeds.year(year), language, 'atom');
  return { title, address: yearFeedAddress(site, language, year), type: FEED_TYPES.atom };
}

export function toProductFeedLink({ site }: Catalog, language: Language, feed: ProductFeed): FeedLink {
  const name = localize(feed.product, language, site.languages).text;
  const title = formatFeedTitle(name, language, 'atom');
  return { title, address: productFeedAddress(site, language, feed), type: FEED_TYPES.atom };
}

/** The calendar, where there is one. */
export function toCalendarLinks(index: SiteIndex, language: Language): FeedLink[] {
  if (!hasCalendar(index)) return [];
  const title = wordsOf(language).site.feeds.calendar;
  return [{ title, address: calendarAddress(index.catalog.site, language), type: 'text/calendar' }];
}

export function toVendorFeedLink(catalog: Catalog, language: Language, slug: string): FeedLink {
  const title = formatFeedTitle(vendorName(catalog, slug, language).text, language, 'atom');
  return { title, address: vendorFeedAddress(catalog.site, language, slug), type: FEED_TYPES.atom };
}

/** JVNRSS in one language, where the site has it; RSS 1.0 is RDF (RFC 3870). */
export function toJvnrssLinks({ site }: Catalog, language: Language, { across }: ExportPlan): FeedLink[] {
  const address = jvnrssAddress(site, language);
  if (!across.some((planned) => planned.address === address)) return [];
  return [{ title: wordsOf(language).formats.jvnrss, address, type: 'application/rdf+xml' }];
}

function formatFeedTitle(selection: string, language: Language, syntax: FeedSyntax): string {
  return wordsOf(language).site.feeds.link(selection, SYNTAX_NAMES[syntax]);
}
