import type { Advisory } from '#catalog/catalog.ts';
import { byVendor } from '#catalog/queries.ts';
import { isEmail } from '#domain/email.ts';
import { type Language, localize } from '#domain/language.ts';
import type { Site } from '#domain/site.ts';
import type { Feed } from '#feeds/feed.ts';
import { renderAtom } from '#feeds/render-atom.ts';
import { renderJsonFeed } from '#feeds/render-json-feed.ts';
import { renderRss } from '#feeds/render-rss.ts';
import { wordsOf } from '#i18n/words.ts';
import {
  advisoriesAddress,
  familyAddress,
  FEED_SYNTAXES,
  type FeedSelection,
  type FeedSyntax,
  formatUrl,
  homeAddress,
  productFeedAddress,
  siteFeedAddress,
  vendorAddress,
  vendorFeedAddress,
  yearFeedAddress,
} from './addresses.ts';
import { planCalendar } from './calendar.ts';
import { type EntryDetail, toFeedEntry } from './feed-entry.ts';
import { FEED_TYPES } from './feed-links.ts';
import { selectForFeed, selectionsOf } from './feed-selections.ts';
import { latestChanged } from './latest-changed.ts';
import { once } from '#domain/once.ts';
import type { PlannedFile } from './plan.ts';
import { listProductFeeds } from './product-feeds.ts';
import { settingsBasis } from './settings-basis.ts';
import type { SiteIndex } from './site-index.ts';
import { vendorName } from './vendor-name.ts';

const RENDERERS: Readonly<Record<FeedSyntax, (feed: Feed, selfUrl: string) => string>> = {
  rss: renderRss,
  atom: renderAtom,
  json: renderJsonFeed,
};

interface FeedChoice {
  /** The address of the Atom feed, which also names the feed in every other syntax. */
  address: string;
  selection: string;
  description: string;
  homeAddress: string;
  advisories: readonly Advisory[];
  detail: EntryDetail;
  /** Whose products the entries name. */
  vendor?: string;
}

/**
 * The feeds of one language.
 * - `all`, `updated`, `urgent` in three syntaxes, latest change first, with the main sections of each advisory
 * - alerts, where a family carries them, and what is rated critical, or high and critical, likewise
 * - each year, each vendor and some products as Atom, with summaries only, because there are many of them and they are long
 * - the calendar, while it has an event
 */
export function planFeeds(index: SiteIndex, language: Language): PlannedFile[] {
  const { catalog } = index;
  const { site } = catalog;
  const atom = (address: string, choose: () => Omit<FeedChoice, 'address'>) =>
    toFile(
      index,
      address,
      'atom',
      toSource(index, language, () => ({ address, ...choose() })),
    );
  return [
    ...selectionsOf(site).flatMap((selection) => {
      const source = toSource(index, language, () => chooseForSite(index, language, selection));
      return FEED_SYNTAXES.map((syntax) =>
        toFile(index, siteFeedAddress(site, language, selection, syntax), syntax, source),
      );
    }),
    ...index.all.years.map(([year, advisories]) =>
      atom(yearFeedAddress(site, language, year), () => chooseForYear(site, language, year, advisories)),
    ),
    ...index.vendors.map(({ slug }) =>
      atom(vendorFeedAddress(site, language, slug), () =>
        chooseForVendor(site, language, slug, {
          name: vendorName(catalog, slug, language).text,
          advisories: byVendor(catalog, slug),
        }),
      ),
    ),
    ...listProductFeeds(index).map((feed) =>
      atom(productFeedAddress(site, language, feed), () =>
        chooseForVendor(site, language, feed.vendor, {
          name: localize(feed.product, language, site.languages).text,
          advisories: feed.advisories,
        }),
      ),
    ),
    ...planCalendar(index, language),
  ];
}

/** One feed for all its syntaxes, built when the first one is asked for. */
interface FeedSource {
  feed: () => Feed;
  basis: () => string;
}

function toSource(index: SiteIndex, language: Language, choose: () => FeedChoice): FeedSource {
  const choice = once(choose);
  return {
    feed: once(() => buildFeed(index, language, choice())),
    basis: once(() => formatBasis(index, language, choice())),
  };
}

/**
 * The site's settings, the choice, and for each entry its sources, the revision that is public by now and the names of
 * the vendors that its revisions name.
 */
function formatBasis({ catalog }: SiteIndex, language: Language, choice: FeedChoice): string {
  const { advisories, ...rest } = choice;
  const entries = advisories.map(({ digest, updatedAt, facts }) => [
    `${digest} ${updatedAt}`,
    ...namedVendors(facts).map((slug) => catalog.vendorBySlug.get(slug)?.facts.name),
  ]);
  return JSON.stringify([settingsBasis(catalog.site), language, rest, entries]);
}

/** The vendors that a change of the vendor-status table may name. */
function namedVendors({ revisions, vendors }: Advisory['facts']): string[] {
  const named = revisions.some(({ changes = [] }) => changes.some(({ part }) => part === 'vendors'));
  return named ? vendors.map(({ vendor }) => vendor) : [];
}

function toFile(index: SiteIndex, address: string, syntax: FeedSyntax, source: FeedSource): PlannedFile {
  const render = () => RENDERERS[syntax](source.feed(), formatUrl(index.catalog.site, address));
  return {
    kind: 'file',
    address,
    type: FEED_TYPES[syntax],
    render,
    basis: () => `${address} ${source.basis()}`,
  };
}

function chooseForSite(index: SiteIndex, language: Language, selection: FeedSelection): FeedChoice {
  const { site } = index.catalog;
  const { feeds } = wordsOf(language).site;
  return {
    address: siteFeedAddress(site, language, selection, 'atom'),
    selection: feeds[selection],
    description: feeds.descriptions[selection],
    homeAddress: homeOf(site, language, selection),
    advisories: selectForFeed(index, selection),
    detail: 'full',
  };
}

/** The page with the same selection, or the nearest one. */
function homeOf(site: Site, language: Language, selection: FeedSelection): string {
  const alerts = site.families.find(({ alert }) => alert === true);
  if (selection === 'alerts' && alerts !== undefined) return familyAddress(site, language, alerts.path);
  return selection === 'updated' || selection === 'urgent'
    ? homeAddress(site, language)
    : advisoriesAddress(site, language);
}

function chooseForYear(
  site: Site,
  language: Language,
  year: number,
  advisories: readonly Advisory[],
): Omit<FeedChoice, 'address'> {
  const { feeds } = wordsOf(language).site;
  return {
    selection: feeds.year(year),
    description: feeds.descriptions.year(year),
    homeAddress: advisoriesAddress(site, language, year),
    advisories,
    detail: 'short',
  };
}

/** All of a vendor, or one of its products. */
function chooseForVendor(
  site: Site,
  language: Language,
  vendor: string,
  { name, advisories }: { name: string; advisories: readonly Advisory[] },
): Omit<FeedChoice, 'address'> {
  return {
    selection: name,
    description: wordsOf(language).site.feeds.descriptions.vendor(name),
    homeAddress: vendorAddress(site, language, vendor),
    advisories: latestChanged(advisories),
    detail: 'short',
    vendor,
  };
}

/** The feed's id is its permanent address under the publisher's namespace, wherever the site is served from. */
function buildFeed(index: SiteIndex, language: Language, choice: FeedChoice): Feed {
  const { site } = index.catalog;
  const say = (text: Parameters<typeof localize>[0]) => localize(text, language, site.languages).text;
  const { name, namespace, contact } = site.publisher;
  return {
    id: new URL(choice.address, namespace).href,
    title: wordsOf(language).site.feeds.title(say(site.title), choice.selection),
    description: choice.description,
    language,
    homeUrl: formatUrl(site, choice.homeAddress),
    author: {
      name: say(name),
      url: namespace,
      ...(isEmail(contact) && { email: contact }),
    },
    ...(site.licence && { rights: say(site.licence.name) }),
    entries: choice.advisories.map((advisory) =>
      toFeedEntry(index, language, advisory, choice.detail, choice.vendor),
    ),
  };
}
