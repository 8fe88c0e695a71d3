import { hash } from 'node:crypto';
import type { Advisory } from '#catalog/catalog.ts';
import { compareText } from '#domain/compare-text.ts';
import { compareInstants } from '#domain/dates.ts';
import { firstLanguage, type LocalizedText, localize } from '#domain/language.ts';
import type { Site } from '#domain/site.ts';
import { oncePer } from '#domain/once.ts';
import type { SiteIndex } from './site-index.ts';

/** From so many advisories on a product has a feed of its own. */
const LEAST_FOR_FEED = 3;
/** The most products that have one, however large the site is. */
export const MOST_PRODUCT_FEEDS = 500;

/** A product that has a feed of its own. */
export interface ProductFeed {
  vendor: string;
  product: LocalizedText;
  /** The name of its file, which stays as long as vendor and name do. */
  file: string;
  /** Newest first. */
  advisories: readonly Advisory[];
}

/**
 * Products with a feed of their own, by vendor and name: those that had their third advisory first, 500 at most. So their
 * number is bounded, and a feed that somebody reads does not go away because other products come up. All others are served by the feed of
 * their vendor, whose entries name their products as categories.
 */
export const listProductFeeds = oncePer(chooseProducts);

const feedsByVendor = oncePer((index: SiteIndex) =>
  Map.groupBy(listProductFeeds(index), ({ vendor }) => vendor),
);

/** Those of one vendor. */
export function productFeedsOf(index: SiteIndex, vendor: string): readonly ProductFeed[] {
  return feedsByVendor(index).get(vendor) ?? [];
}

/** The name by which products of a vendor are told apart: that in the site’s first language. */
export function productKey(site: Site, product: LocalizedText): string {
  return localize(product, firstLanguage(site), site.languages).text;
}

function chooseProducts({ catalog: { advisories, site } }: SiteIndex): readonly ProductFeed[] {
  return [...groupByProduct(advisories, site).values()]
    .filter((feed) => feed.advisories.length >= LEAST_FOR_FEED)
    .map((feed) => ({ feed, since: feed.advisories.at(-LEAST_FOR_FEED)?.facts.publishedAt ?? '' }))
    .toSorted((a, b) => compareInstants(a.since, b.since) || compareText(a.feed.file, b.feed.file))
    .slice(0, MOST_PRODUCT_FEEDS)
    .map(({ feed }) => feed)
    .toSorted((a, b) => compareText(a.vendor, b.vendor) || compareText(a.file, b.file));
}

function groupByProduct(advisories: readonly Advisory[], site: Site) {
  const groups = new Map<string, ProductFeed & { advisories: Advisory[] }>();
  for (const advisory of advisories) {
    for (const { vendor, product } of advisory.facts.affected) {
      const name = productKey(site, product);
      const key = `${vendor}\n${name}`;
      const group = groups.get(key);
      if (group === undefined)
        groups.set(key, { vendor, product, file: nameFile(name), advisories: [advisory] });
      else if (group.advisories.at(-1) !== advisory) group.advisories.push(advisory);
    }
  }
  return groups;
}

/** What can be read of a name in an address, and a piece of its digest, because names of two products may look alike. */
function nameFile(name: string): string {
  const readable = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  return [readable, hash('sha256', name).slice(0, 8)].filter(Boolean).join('-');
}
