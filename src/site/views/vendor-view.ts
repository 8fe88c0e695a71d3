import type { Advisory, Vendor } from '#catalog/catalog.ts';
import { byVendor } from '#catalog/queries.ts';
import { type Language, type LocalizedText, localize } from '#domain/language.ts';
import type { VendorStatus } from '#domain/vendor-status.ts';
import { wordsOf } from '#i18n/words.ts';
import { vendorAddress, vendorsAddress, vendorVersionsAddress } from '../addresses.ts';
import { toProductFeedLink, toVendorFeedLink } from '../feed-links.ts';
import { productFeedsOf, productKey } from '../product-feeds.ts';
import { LONG_LIST, toListRow } from '../rows.ts';
import type { SiteIndex } from '../site-index.ts';
import { vendorQuestion } from '../version-tables.ts';
import type { FeedLink, VendorView } from '../view.ts';
import { buildHead } from './head.ts';
import { countStatuses } from './vendor-rows.ts';
import { otherNameOf } from './vendors-view.ts';

/** One vendor: its contacts and every public advisory that names it, with its status in each, newest first. */
export function vendorView(index: SiteIndex, language: Language, vendor: Vendor): VendorView {
  const { catalog } = index;
  const { slug, facts } = vendor;
  const advisories = byVendor(catalog, slug);
  const say = (text: LocalizedText) => localize(text, language, catalog.site.languages);
  const otherName = otherNameOf(facts.name, language, catalog.site);
  const feed = toVendorFeedLink(catalog, language, slug);
  const productFeeds = linkProductFeeds(index, language, slug);
  const statuses = advisories.map((advisory) => statusIn(advisory, slug));
  const products = countProducts(index, language, slug, advisories).map(({ key, ...product }) => {
    const own = productFeeds.get(key);
    return { ...product, ...(own && { feed: own }) };
  });
  return {
    kind: 'vendor',
    head: toHead(index, language, vendor, [feed, ...productFeeds.values()]),
    slug,
    name: say(facts.name),
    ...(otherName && { otherName }),
    ...(facts.reading !== undefined && { reading: say(facts.reading) }),
    aliases: facts.aliases.map(say),
    formerNames: facts.formerNames.map(say),
    ...(facts.url !== undefined && { url: facts.url }),
    ...(facts.psirt && { psirt: toContact(facts.psirt) }),
    counts: countStatuses(statuses),
    products,
    advisories: advisories.map((advisory, place) => {
      const status = statuses[place];
      return { row: toListRow(index, language, advisory), ...(status && { status }) };
    }),
    filterable: { products: products.length > LONG_LIST, advisories: advisories.length > LONG_LIST },
    onlyNotAffected: statuses.every((status) => status === 'not-affected'),
    feed,
    ...toQuestion(index, language, slug),
  };
}

function toHead(
  { catalog }: SiteIndex,
  language: Language,
  { slug, facts }: Vendor,
  feeds: readonly FeedLink[],
): VendorView['head'] {
  const { site } = catalog;
  const { titles, descriptions } = wordsOf(language).site;
  const { text: name } = localize(facts.name, language, site.languages);
  return buildHead(site, language, {
    title: titles.vendor(name),
    description: descriptions.vendor(name, byVendor(catalog, slug).length),
    addressIn: (other) => vendorAddress(site, other, slug),
    feeds,
    menuAddress: vendorsAddress(site, language),
    trail: [
      { label: titles.vendors, address: vendorsAddress(site, language) },
      { label: name, address: vendorAddress(site, language, slug) },
    ],
  });
}

function toQuestion(index: SiteIndex, language: Language, slug: string): Pick<VendorView, 'versions'> {
  const question = vendorQuestion(index, language, slug);
  const address = vendorVersionsAddress(index.catalog.site, language, slug);
  return question ? { versions: { address, ...question } } : {};
}

/** The vendor's row in the status table; a vendor that only develops an affected product has no status. */
function statusIn({ facts }: Advisory, slug: string): VendorStatus | undefined {
  return facts.vendors.find(({ vendor }) => vendor === slug)?.status;
}

function toContact({ url, email, securityTxt, pgp }: NonNullable<Vendor['facts']['psirt']>) {
  return {
    ...(url !== undefined && { url }),
    ...(email !== undefined && { email }),
    ...(securityTxt !== undefined && { securityTxt }),
    ...(pgp !== undefined && { pgp }),
  };
}

/** The feeds of the vendor's products, by the product's key. */
function linkProductFeeds(index: SiteIndex, language: Language, slug: string): Map<string, FeedLink> {
  const { catalog } = index;
  return new Map(
    productFeedsOf(index, slug).map((feed) => [
      productKey(catalog.site, feed.product),
      toProductFeedLink(catalog, language, feed),
    ]),
  );
}

/** The vendor's affected products by the number of advisories, then in the order in which they come. */
function countProducts(
  { catalog: { site } }: SiteIndex,
  language: Language,
  slug: string,
  advisories: readonly Advisory[],
): (VendorView['products'][number] & { key: string })[] {
  const named = advisories
    .filter(({ facts }) => facts.state === 'published')
    .flatMap(({ facts }) => {
      const own = facts.affected.filter(({ vendor }) => vendor === slug);
      return [...new Map(own.map(({ product }) => [productKey(site, product), product]))];
    });
  return [...Map.groupBy(named, ([key]) => key)]
    .flatMap(([key, group]) => {
      const [newest] = group;
      return newest
        ? [{ key, name: localize(newest[1], language, site.languages), count: group.length }]
        : [];
    })
    .toSorted((a, b) => b.count - a.count);
}
