import type { Advisory } from '#catalog/catalog.ts';
import type { AffectedProduct } from '#domain/advisory.ts';
import { type Language, localize } from '#domain/language.ts';
import { toRangePhrase } from '#domain/range-phrase.ts';
import { vendorAddress } from '../addresses.ts';
import { productAnchors } from '../anchors.ts';
import type { SiteIndex } from '../site-index.ts';
import { vendorName } from '../vendor-name.ts';
import type { ProductView } from '../advisory-view.ts';

/**
 * The affected products, versions as phrases of the page's language. Products of one vendor stand together, vendors in
 * the order in which the front matter first names them.
 */
export function toProductViews(index: SiteIndex, language: Language, { facts }: Advisory): ProductView[] {
  const { site } = index.catalog;
  const anchors = productAnchors(facts.affected, site);
  const allCves = facts.vulnerabilities.flatMap(({ cve }) => cve ?? []);
  const views = facts.affected.map((product, place) => ({
    anchor: anchors[place] ?? '',
    ...toProductView(index, language, product),
    cves: product.cves ?? allCves,
  }));
  return [...Map.groupBy(views, ({ vendor }) => vendor.slug).values()].flat();
}

function toProductView({ catalog }: SiteIndex, language: Language, affected: AffectedProduct) {
  const { vendor, product, ranges, fixed, note, cpe, purl } = affected;
  const { site } = catalog;
  return {
    vendor: {
      slug: vendor,
      name: vendorName(catalog, vendor, language),
      address: vendorAddress(site, language, vendor),
    },
    product: localize(product, language, site.languages),
    ranges: ranges.map((range) => toRangePhrase(range, language)),
    fixed,
    ...(note !== undefined && { note: localize(note, language, site.languages) }),
    ...(cpe !== undefined && { cpe }),
    ...(purl !== undefined && { purl }),
  };
}
