import { hash } from 'node:crypto';
import type { Advisory, Catalog, Vendor } from '#catalog/catalog.ts';
import { byVendor } from '#catalog/queries.ts';
import { toSlug } from '#domain/advisory-id.ts';
import { firstLanguage, type Language } from '#domain/language.ts';
import type { ExportPlan } from './exports/plan-exports.ts';
import { toJvnrssLinks } from './feed-links.ts';
import { oncePer } from '#domain/once.ts';
import type { SiteIndex } from './site-index.ts';
import { productFeedsOf } from './product-feeds.ts';
import { presentQuarter } from './statistics/count-site.ts';
import type { IndexChoice } from './views/index-view.ts';

/*
 * What pages depend on beside the engine, in so few words that asking costs much less than computing the page. Bases may
 * differ where pages do not, because the page itself is compared after that; where bases are equal, pages must be.
 * `page-basis.test.ts` changes a site in many ways and compares both.
 */

/** The site's settings and every vendor, in which most pages look something up. */
export function commonBasis({ site, vendors }: Catalog): string {
  return digest([site, vendors.map(({ slug, facts }) => [slug, facts])]);
}

/** The page of an advisory: its sources as of now, what it calls related, and its formats. */
export function advisoryBasis(
  index: SiteIndex,
  language: Language,
  advisory: Advisory,
  exports: ExportPlan,
): string {
  const { catalog, embargoed, related } = index;
  const named = advisory.facts.related.map((id) => {
    const other = catalog.advisoryBySlug.get(toSlug(id));
    return other ? stampOf(catalog, other) : embargoed.has(id);
  });
  const others = (related.get(advisory.slug) ?? []).map((other) => stampOf(catalog, other));
  const formats = exports.formatsOf(advisory).map(({ format, address }) => [format, address]);
  return digest([index.basis(), language, stampOf(catalog, advisory), named, others, formats]);
}

/** The page of a vendor: every advisory that names it, and the feeds of its products, for which others may leave no room. */
export function vendorBasis(index: SiteIndex, language: Language, { slug }: Vendor): string {
  const feeds = productFeedsOf(index, slug).map(({ file }) => file);
  return digest([index.basis(), language, slug, stampsOf(index, byVendor(index.catalog, slug)), feeds]);
}

/** A list: the advisories in it and how many stand in the lists beside it. */
export function listBasis(
  index: SiteIndex,
  language: Language,
  { family, year }: IndexChoice,
  exports: ExportPlan,
): string {
  const shelf = family === undefined ? index.all : index.families.get(family.path);
  const listed = year === undefined ? shelf?.latest : shelf?.years.find(([each]) => each === year)?.[1];
  const counts = shelf?.years.map(([each, { length }]) => [each, length]);
  const feeds = toJvnrssLinks(index.catalog, language, exports);
  return digest([
    index.basis(),
    language,
    [family?.path, year],
    counts,
    stampsOf(index, listed ?? []),
    feeds,
  ]);
}

/** The list of a year as a table. */
export function tableBasis(index: SiteIndex, language: Language, advisories: readonly Advisory[]): string {
  return digest([index.basis(), language, stampsOf(index, advisories)]);
}

/**
 * Pages and tables of statistics: every advisory, the ledgers, who came to the list of unreachable developers when, and
 * the quarter that is not over.
 */
export function statisticsBasis(index: SiteIndex, language: Language): string {
  return digest([countedBasis(index), language, presentQuarter(index)]);
}

/** Asked for by many files in each language. */
const countedBasis = oncePer((index: SiteIndex) => {
  const { advisories, ledgers, exploits, unreachable } = index.catalog;
  const entries = unreachable.map(({ stages, answeredOn }) => [stages?.listed, answeredOn]);
  return digest([index.basis(), stampsOf(index, advisories), ledgers, exploits, entries]);
});

function stampsOf({ catalog }: SiteIndex, advisories: readonly Advisory[]): string[] {
  return advisories.map((advisory) => stampOf(catalog, advisory));
}

/** An advisory's sources and how much of its history has become public. */
function stampOf({ site }: Catalog, { digest: sources, updatedAt, texts }: Advisory): string {
  return `${sources} ${updatedAt} ${texts[firstLanguage(site)]?.revision ?? 0}`;
}

function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'base64url');
}
