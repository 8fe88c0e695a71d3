import type { Advisory, Vendor } from '#catalog/catalog.ts';
import { byVendor, findText } from '#catalog/queries.ts';
import type { AffectedProduct } from '#domain/advisory.ts';
import { firstLanguage, type Language, localize, type SpokenText } from '#domain/language.ts';
import { compareByReading } from '#domain/reading.ts';
import { formatRangePhrase } from '#domain/range-phrase.ts';
import { readVersionRange } from '#domain/version-range.ts';
import type { VersionEntry, VersionTable } from '#domain/version-table.ts';
import { advisoryAddress, vendorVersionsAddress } from './addresses.ts';
import { productAnchors } from './anchors.ts';
import type { PlannedFile } from './plan.ts';
import { titleOf } from './rows.ts';
import type { SiteIndex } from './site-index.ts';
import { vendorName } from './vendor-name.ts';

/** What a vendor's page shows beside the field: a version that its advisories speak about, and its products as the file counts them. */
export interface VersionQuestion {
  example: string;
  products: VersionTable['products'];
}

/** What an advisory's page asks and answers; nothing when no product states a range, or when it is withdrawn. */
export function advisoryVersions(
  index: SiteIndex,
  language: Language,
  advisory: Advisory,
): { versions?: { table: VersionTable; example: string } } {
  const { state, affected } = advisory.facts;
  if (state === 'withdrawn' || !affected.some(hasRange)) return {};
  return {
    versions: { table: toAdvisoryTable(index, language, advisory), example: exampleOf(affected) },
  };
}

function toAdvisoryTable(index: SiteIndex, language: Language, advisory: Advisory): VersionTable {
  const { facts } = advisory;
  const { catalog } = index;
  const severalVendors = new Set(facts.affected.map(({ vendor }) => vendor)).size > 1;
  const products = new ProductList(index, language, (vendor) =>
    severalVendors ? { vendor: vendorName(catalog, vendor, language) } : {},
  );
  const entries = toEntries(index, language, advisory, 0, products);
  return {
    products: products.shown,
    sources: [{ address: '', solution: hasSolution(index, language, advisory) }],
    entries: entries.toSorted((a, b) => a.product - b.product),
  };
}

/** The tables of all vendors, each a file that its page loads when somebody asks. */
export function planVersionTables(index: SiteIndex, language: Language): PlannedFile[] {
  return index.vendors
    .filter(({ slug }) => affectedOf(index, slug).some(hasRange))
    .map((vendor) => ({
      kind: 'file',
      address: vendorVersionsAddress(index.catalog.site, language, vendor.slug),
      type: 'application/json',
      render: () => JSON.stringify(vendorVersionTable(index, language, vendor)),
      basis: () => formatBasis(index, language, vendor),
    }));
}

/** The site's settings and the sources of every advisory that the table may speak about. */
function formatBasis({ catalog }: SiteIndex, language: Language, { slug }: Vendor): string {
  return JSON.stringify([catalog.site, language, slug, byVendor(catalog, slug).map(({ digest }) => digest)]);
}

/** Whether and how a vendor's page asks; nothing when no advisory states a range of its products. */
export function vendorQuestion(
  index: SiteIndex,
  language: Language,
  slug: string,
): VersionQuestion | undefined {
  const own = affectedOf(index, slug);
  if (!own.some(hasRange)) return undefined;
  return { example: exampleOf(own), products: toVendorProducts(index, language, slug).shown };
}

/** Newest advisories first. */
function vendorVersionTable(index: SiteIndex, language: Language, { slug }: Vendor): VersionTable {
  const advisories = published(byVendor(index.catalog, slug)).filter(({ facts }) =>
    facts.affected.some(({ vendor }) => vendor === slug),
  );
  const products = toVendorProducts(index, language, slug);
  return {
    products: products.shown,
    sources: advisories.map((advisory) => toSource(index, language, advisory)),
    entries: advisories.flatMap((advisory, place) =>
      toEntries(index, language, advisory, place, products, slug),
    ),
  };
}

/** A vendor's products by name, as its page offers them and its file counts them. */
function toVendorProducts(index: SiteIndex, language: Language, slug: string): ProductList {
  const { languages } = index.catalog.site;
  const nameOf = ({ product }: AffectedProduct) => localize(product, language, languages).text;
  const products = new ProductList(index, language, () => ({}));
  const own = affectedOf(index, slug).toSorted((a, b) => compareByReading(nameOf(a), nameOf(b)));
  for (const product of own) products.placeOf(product);
  return products;
}

function affectedOf({ catalog }: SiteIndex, slug: string): AffectedProduct[] {
  return published(byVendor(catalog, slug)).flatMap(({ facts }) =>
    facts.affected.filter(({ vendor }) => vendor === slug),
  );
}

/** The version that the field shows as an example: one that the vendor's readers would recognise. */
function exampleOf(affected: readonly Pick<AffectedProduct, 'ranges' | 'fixed'>[]): string {
  const texts = affected.flatMap(({ ranges, fixed }) => [...fixed, ...ranges]);
  for (const text of texts) {
    const [version] = /[0-9A-Za-z][\w.+:~-]*\d[\w.+:~-]*|\d/u.exec(text) ?? [];
    if (version !== undefined) return version;
  }
  return '1.0';
}

/** Collects products while entries are made; a product is known by its vendor and its name in the first language. */
class ProductList {
  readonly shown: VersionTable['products'][number][] = [];
  readonly #places = new Map<string, number>();
  readonly #index: SiteIndex;
  readonly #language: Language;
  readonly #vendorOf: (vendor: string) => { vendor?: SpokenText };

  constructor(index: SiteIndex, language: Language, vendorOf: (vendor: string) => { vendor?: SpokenText }) {
    this.#index = index;
    this.#language = language;
    this.#vendorOf = vendorOf;
  }

  placeOf({ vendor, product }: AffectedProduct): number {
    const { site } = this.#index.catalog;
    const key = `${vendor}\n${localize(product, firstLanguage(site), site.languages).text}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.shown.length;
    this.shown.push({ name: localize(product, this.#language, site.languages), ...this.#vendorOf(vendor) });
    this.#places.set(key, place);
    return place;
  }
}

function toEntries(
  { catalog: { site } }: SiteIndex,
  language: Language,
  { facts }: Advisory,
  source: number,
  products: ProductList,
  onlyVendor?: string,
): VersionEntry[] {
  const anchors = productAnchors(facts.affected, site);
  const cveCount = facts.vulnerabilities.filter(({ cve }) => cve !== undefined).length;
  return facts.affected.flatMap((product, place) => {
    const { vendor, ranges, fixed, note, cves } = product;
    if (onlyVendor !== undefined && vendor !== onlyVendor) return [];
    return {
      product: products.placeOf(product),
      source,
      anchor: anchors[place] ?? '',
      ranges: ranges
        .map(readVersionRange)
        .map((range) => [range, formatRangePhrase(range, language)] as const),
      fixed,
      ...(note !== undefined && { note: localize(note, language, site.languages) }),
      ...(cves !== undefined && cves.length < cveCount && { cves }),
    };
  });
}

function toSource(index: SiteIndex, language: Language, advisory: Advisory): VersionTable['sources'][number] {
  const { text, language: spoken } = titleOf(index, language, advisory);
  return {
    address: advisoryAddress(index.catalog.site, language, advisory),
    title: { text: `${advisory.id} ${text}`, language: spoken },
    solution: hasSolution(index, language, advisory),
  };
}

function hasSolution({ catalog }: SiteIndex, language: Language, advisory: Advisory): boolean {
  const text = findText(catalog, advisory, language);
  return text?.body.sections.some(({ id }) => id === 'solution') ?? false;
}

function published(advisories: readonly Advisory[]): readonly Advisory[] {
  return advisories.filter(({ facts }) => facts.state === 'published');
}

function hasRange({ ranges }: AffectedProduct): boolean {
  return ranges.length > 0;
}
