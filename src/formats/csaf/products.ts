import { cpePattern } from '#domain/identifiers.ts';
import { formatRangePhrase } from '#domain/range-phrase.ts';
import { isVersion } from '#domain/version-range.ts';
import { readPurl } from '#formats/packages/read-purl.ts';
import type { RecordProduct, RecordVendor } from '#formats/record/advisory-record.ts';
import { speak } from '#formats/record/texts.ts';
import type { Telling } from './telling.ts';
import { toVersionBranch, toVersionBranches, type VersionBranch } from './vers.ts';

/** One product of the product tree: a leaf. */
export interface CsafProduct {
  id: string;
  /** Where it stands in the tree; without a version it is the product itself. */
  path: { slug: string; vendor: string; product: string; version?: VersionBranch };
  /** Its name for readers, in the document's language. */
  name: string;
  cpe?: string;
  purl?: string;
}

/** A row of the affected products, or of the vendor-status table, with its products in the tree. */
export interface ProductRow {
  vendor: RecordVendor;
  /** Absent for the row of a vendor, which stands for its products as a whole. */
  product?: RecordProduct;
  products: readonly CsafProduct[];
  fixed: readonly CsafProduct[];
}

/**
 * The rows of a record and their products. A product's id is the vendor's slug, the product's name in the original
 * language and the versions, so it is the same in every language and stays when other rows come or go.
 */
export function listRows(telling: Telling): ProductRow[] {
  const { products, vendors } = telling.record;
  const bySlug = new Map(vendors.map((vendor) => [vendor.slug, vendor]));
  const known = new Map<string, string>();
  const rows = products.flatMap((product) => {
    const vendor = bySlug.get(product.vendor);
    return vendor === undefined ? [] : [toRow(telling, vendor, product, known)];
  });
  return [...rows, ...vendors.filter(({ listed }) => listed).map((vendor) => toVendorRow(telling, vendor))];
}

/** A vendor whose products are not named one by one: “products of X” stands for them. */
function toVendorRow({ words, nameOf }: Telling, vendor: RecordVendor): ProductRow {
  const name = nameOf(vendor);
  const all = words.productsOf(name);
  return {
    vendor,
    products: [{ id: vendor.slug, path: { slug: vendor.slug, vendor: name, product: all }, name: all }],
    fixed: [],
  };
}

function toRow(
  telling: Telling,
  vendor: RecordVendor,
  product: RecordProduct,
  known: Map<string, string>,
): ProductRow {
  const helper = toHelper(product);
  const { branches, words } = toVersionBranches(product.ranges, helper.purl);
  const note = product.note && telling.say(product.note);
  const affected = [...branches, ...(branches.length === 0 || words.length > 0 ? [undefined] : [])];
  const toLeaf = productMaker(telling, vendor, product);
  return {
    vendor,
    product,
    products: affected.map((version) => {
      const remark = [...(version === undefined ? words : []), note ?? ''].filter((each) => each !== '');
      const leaf = { ...toLeaf(version, remark.join(telling.words.comma)), ...helper };
      return { ...leaf, id: distinguish(leaf.id, JSON.stringify([helper, product.note, words]), known) };
    }),
    fixed: product.fixed
      .map((version) => version.normalize('NFKC').trim())
      .filter(isVersion)
      .map((version) => toLeaf(toVersionBranch(version), '')),
  };
}

function productMaker(
  { say, language, nameOf, record, words }: Telling,
  vendor: RecordVendor,
  product: RecordProduct,
) {
  const [original = language] = record.languages;
  // A colon in a name is doubled, so that no name can be taken for another one with a version.
  const key = `${vendor.slug}:${speak(product.name, original, record.languages).replaceAll(':', '::')}`;
  const [maker, called] = [nameOf(vendor), say(product.name)];
  return (version: VersionBranch | undefined, remark: string): CsafProduct => {
    const phrases = version?.ranges.map((range) => formatRangePhrase(range, language)) ?? [];
    const name = [maker, called, phrases.join(words.comma)].filter((each) => each !== '').join(' ');
    return {
      id: version === undefined ? key : `${key}:${version.name}`,
      path: { slug: vendor.slug, vendor: maker, product: called, ...(version && { version }) },
      name: remark === '' ? name : `${name} (${remark})`,
    };
  };
}

/** Rows that differ only in what no id tells (their CPE, their note) get a number behind the second one's id. */
function distinguish(id: string, traits: string, known: Map<string, string>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? id : `${id}#${number}`;
    const holder = known.get(candidate);
    if (holder !== undefined && holder !== traits) continue;
    known.set(candidate, traits);
    return candidate;
  }
}

/** A purl that passes our pattern can still break a rule of its type; such a one is left out (CSAF 2.0 §6.1.13). */
function toHelper({ cpe, purl }: RecordProduct): Pick<CsafProduct, 'cpe' | 'purl'> {
  return {
    ...(cpe !== undefined && cpePattern.test(cpe) && { cpe }),
    ...(purl !== undefined && readPurl(purl) !== undefined && { purl }),
  };
}
