import { drop, items, member, type Place, retell, tell, text } from '#formats/foreign/foreign-document.ts';
import { isObject } from '#formats/foreign/outcome.ts';
import type { DraftFacts } from '../draft.ts';
import { readPackageUrl } from '../facts/package-url.ts';
import { toLine } from '../facts/plain-line.ts';
import { readCpe } from './cpe.ts';
import { readVersions, toExactRange } from './read-versions.ts';

type Product = NonNullable<DraftFacts['affected']>[number];

interface TreeProduct {
  readonly vendor: string;
  readonly product: string;
  readonly ids: string[];
  readonly versions: string[];
  cpe?: string;
  purl?: string;
}

const DEEPEST = 8;

/**
 * The affected products of a record of API 4.0: its tree of vendors, products and versions (as in CSAF), what its
 * vulnerabilities say of them, and the version ranges of its extension, which have words beside their numbers.
 * @param concerned identifiers of affected products by CVE; empty when nothing is said
 */
export function readOkaProducts(record: Place, concerned: ReadonlyMap<string, readonly string[]>): Product[] {
  const products = new Map<string, TreeProduct>();
  for (const branch of items(record, 'product_tree', 'branches')) walk(products, branch, {}, 0);
  for (const loose of items(record, 'product_tree', 'full_product_names')) drop(loose, 'no-place');
  const ranges = readExtension(record);
  return [...products.values()].flatMap((found) => {
    const cves = [...concerned]
      .filter(([, ids]) => ids.some((id) => found.ids.includes(id)))
      .map(([cve]) => cve);
    const isConcerned = concerned.size === 0 || cves.length > 0;
    return isConcerned ? [toProduct(found, ranges, cves.length === concerned.size ? [] : cves)] : [];
  });
}

function toProduct(
  found: TreeProduct,
  extension: ReadonlyMap<string, Ranges>,
  cves: readonly string[],
): Product {
  const { vendor, product, versions, cpe, purl } = found;
  const named = cves.filter((cve) => cve !== '');
  return {
    ...{ vendor, product },
    ...toVersions(versions, extension.get(`${vendor}\n${product}`)),
    ...(named.length > 0 && { cves: named }),
    ...(cpe !== undefined && { cpe }),
    ...(purl !== undefined && { purl }),
  };
}

/** The versions of the tree and the ranges beside it, or all of them as words where one is no range. */
function toVersions(
  versions: readonly string[],
  more: Ranges = { ranges: [] },
): Pick<Product, 'ranges' | 'note'> {
  const exact = versions.flatMap((version) => toExactRange(version) ?? []);
  if (exact.length === versions.length && more.note === undefined) {
    const ranges = [...new Set([...exact, ...more.ranges])];
    return ranges.length === 0 ? {} : { ranges };
  }
  return { note: [...versions, ...more.ranges, ...(more.note ?? [])].join(' / ') };
}

interface Names {
  readonly vendor?: string;
  readonly product?: string;
}

function walk(products: Map<string, TreeProduct>, branch: Place, names: Names, depth: number): void {
  const category = text(branch, 'category') ?? '';
  const name = toLine(text(branch, 'name') ?? '');
  const inner = namesBelow(names, category, name);
  const leaf = member(branch, 'product');
  if (isObject(leaf.value)) addLeaf(products, leaf, inner, category === 'product_version' ? name : undefined);
  if (depth < DEEPEST) for (const below of items(branch, 'branches')) walk(products, below, inner, depth + 1);
}

function namesBelow(names: Names, category: string, name: string): Names {
  if (name === '') return names;
  if (category === 'vendor') return { vendor: name };
  return category === 'product_name' ? { ...names, product: name } : names;
}

/** Some answers have a product directly below its vendor. */
function addLeaf(
  products: Map<string, TreeProduct>,
  leaf: Place,
  names: Names,
  version: string | undefined,
): void {
  const { vendor, product = toLine(text(leaf, 'name') ?? '') } = names;
  if (vendor === undefined || product === '') {
    drop(leaf, 'no-place');
    return;
  }
  const key = `${vendor}\n${product}`;
  const found = products.get(key) ?? { vendor, product, ids: [], versions: [] };
  products.set(key, found);
  readLeaf(found, leaf, version);
  if (names.product === undefined) tell(member(leaf, 'name'));
}

/** Only the product as a whole gives its row a CPE and a package URL; those of versions say the same again. */
function readLeaf(found: TreeProduct, leaf: Place, version: string | undefined): void {
  const id = text(leaf, 'product_id');
  const helper = member(leaf, 'product_identification_helper');
  if (id !== undefined) found.ids.push(id);
  drop(member(leaf, 'name'), 'duplicate');
  drop(helper, 'no-place');
  if (version !== undefined && version !== '') found.versions.push(version);
  if (version !== undefined) return;
  const cpe = readCpe(member(helper, 'cpe'));
  if (cpe !== undefined) found.cpe ??= cpe;
  const [first] = items(helper, 'purls');
  const purl = readPackageUrl(first ?? member(helper, 'purl'));
  if (purl !== undefined) found.purl ??= purl;
}

interface Ranges {
  readonly ranges: readonly string[];
  readonly note?: readonly string[];
}

/** `jvn_extension.affected[]`, versions in the shape of CVE records with words in `description`. */
function readExtension(record: Place): Map<string, Ranges> {
  const found = new Map<string, Ranges>();
  const extension = member(record, 'jvn_extension');
  drop(member(extension, 'cpeApplicability'), 'duplicate');
  for (const entry of items(extension, 'affected')) {
    const key = `${toLine(text(entry, 'vendor') ?? '')}\n${toLine(text(entry, 'product') ?? '')}`;
    const present = found.get(key) ?? { ranges: [] };
    const versions = items(entry, 'versions').filter((version) => isAffected(version));
    const ranges = versions.map(readVersionEntry);
    const notes = ranges.flatMap((range) => ('note' in range ? [range.note] : []));
    const note = [...(present.note ?? []), ...notes];
    found.set(key, {
      ranges: [...present.ranges, ...ranges.flatMap((range) => ('range' in range ? range.range : []))],
      ...(note.length > 0 && { note }),
    });
  }
  return found;
}

function isAffected(version: Place): boolean {
  const status = member(version, 'status');
  if (status.value === undefined || status.value === 'affected') {
    tell(status);
    return true;
  }
  drop(version, 'no-place');
  return false;
}

function readVersionEntry(version: Place): { range: readonly string[] } | { note: string } {
  const words = member(version, 'description');
  const [group] = readVersions([words], []);
  for (const name of ['version', 'lessThan', 'lessThanOrEqual', 'versionType'])
    drop(member(version, name), 'duplicate');
  if (group?.note === undefined && group !== undefined) return { range: group.ranges };
  const at = toLine(text(version, 'version') ?? '');
  const [sign, end] = (
    [
      ['<', 'lessThan'],
      ['<=', 'lessThanOrEqual'],
    ] as const
  )
    .map(([mark, name]) => [mark, toLine(text(version, name) ?? '')] as const)
    .find(([, value]) => value !== '') ?? ['', ''];
  const range = toExactRange(at);
  if (sign === '' && range !== undefined) return { range: [range] };
  const note = toLine(text(words) ?? `${at} ${sign}${end}`);
  retell(version, note);
  return { note };
}
