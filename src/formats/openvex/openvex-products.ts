import { cpePattern } from '#domain/identifiers.ts';
import { isRangeProblem, parseVersionRange } from '#domain/version-range.ts';
import type { RecordProduct } from '#formats/record/advisory-record.ts';
import { formatPurl, type Package, readPurl } from '#formats/packages/read-purl.ts';
import { findRegistered } from '#formats/packages/registry.ts';
import { toSemanticVersion } from '#formats/packages/semantic-version.ts';
import type { OpenVexProduct } from './openvex-document.ts';

/**
 * How products are named (OpenVEX 0.2.0, product data structure): by their package URL or, where they have none, by an
 * address below the advisory's page that stays the same as long as vendor and product are called the same.
 */
export interface ProductNames {
  /** The address of the advisory's page in its first language. */
  page: string;
  /** The product's name, in the language that addresses are made from. */
  nameOf: (product: RecordProduct) => string;
}

/** Everything that a vendor makes. */
export function nameVendor({ page }: ProductNames, vendor: string): OpenVexProduct {
  return { '@id': `${page}#vendor/${encode(vendor)}` };
}

/** An affected product: single versions of a package where nothing but single versions is affected, else all of it. */
export function nameAffected(names: ProductNames, product: RecordProduct): OpenVexProduct[] {
  const { purl, cpe, ranges } = product;
  const found = purl === undefined ? undefined : readPurl(purl);
  const cpe23 = cpe !== undefined && cpePattern.test(cpe) ? cpe : undefined;
  if (found === undefined) {
    return [{ '@id': addressOf(names, product), ...(cpe23 !== undefined && { identifiers: { cpe23 } }) }];
  }
  const versions = exactVersions(ranges);
  if (versions.length > 0) return versions.map((version) => namePackage(found, version));
  return [{ '@id': found.purl, identifiers: { purl: found.purl, ...(cpe23 !== undefined && { cpe23 }) } }];
}

/** The versions of a product that carry the fix. */
export function nameFixed(names: ProductNames, product: RecordProduct): OpenVexProduct[] {
  const found = product.purl === undefined ? undefined : readPurl(product.purl);
  return product.fixed.map((version) =>
    found === undefined
      ? { '@id': `${addressOf(names, product)}@${encode(version)}` }
      : namePackage(found, version),
  );
}

/** The version in the form that the registry gives it: a package of npm has no version `2.0`, only `2.0.0`. */
function namePackage(found: Package, version: string): OpenVexProduct {
  const isSemantic = findRegistered(found.purl)?.versions === 'semver';
  const written = (isSemantic ? toSemanticVersion(version) : undefined) ?? version.toWellFormed();
  const purl = formatPurl(found, written);
  return { '@id': purl, identifiers: { purl } };
}

/** Empty as soon as anything but a single version is affected. */
function exactVersions(ranges: readonly string[]): string[] {
  const versions = ranges.map((text) => {
    const range = parseVersionRange(text);
    return !isRangeProblem(range) && range.kind === 'exact' ? range.version : undefined;
  });
  return versions.every((version) => version !== undefined) ? versions : [];
}

function addressOf({ page, nameOf }: ProductNames, product: RecordProduct): string {
  return `${page}#product/${encode(product.vendor)}/${encode(nameOf(product))}`;
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
