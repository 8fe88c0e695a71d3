import type { VendorStatus } from '#domain/vendor-status.ts';
import { formatRangePhrase } from '#domain/range-phrase.ts';
import { readVersionRange } from '#domain/version-range.ts';
import type { RecordProduct } from '../../record/advisory-record.ts';
import { text, texts } from './foreign-document.ts';
import type { ProductTree, TreeProduct } from './read-product-tree.ts';
import type { ProductStatus, Standing } from './read-statuses.ts';
import { readVersion, readVersionRanges } from './read-version-text.ts';
import { isWhole } from './read-vendors.ts';
import type { Reading } from './reading.ts';

/** One version of a product, or all of them, and the vulnerabilities for which it has one status. */
interface Leaf {
  readonly product: TreeProduct;
  readonly standings: readonly Standing[];
  readonly vulnerabilities: readonly number[];
  readonly traits: Traits;
}

/** What tells rows of one product apart. */
interface Traits {
  readonly cpe: string | undefined;
  readonly purl: string | undefined;
  readonly note: string | undefined;
}

/** Versions of one product that share vulnerabilities and traits: a product of the record on its way. */
interface Group {
  readonly vulnerabilities: readonly number[];
  readonly traits: Traits;
  readonly affected: Leaf[];
  readonly fixed: Leaf[];
}

interface Context {
  readonly reading: Reading;
  /** The CVE of each vulnerability. */
  readonly cves: readonly (string | undefined)[];
  readonly slugOf: (vendor: string) => string;
  readonly statusOf: (vendor: string, vulnerability: number) => VendorStatus | undefined;
}

/** Versions that could be read, and the words that could not. */
interface Versions {
  readonly read: readonly string[];
  readonly words: readonly string[];
}

/** The affected products of a document that it names, in the order of its tree. */
export function readProducts(
  tree: ProductTree,
  standings: ReadonlyMap<string, readonly Standing[]>,
  context: Context,
): RecordProduct[] {
  const branches = new Map<string, Group[]>();
  for (const status of ['affected', 'fixed'] as const) {
    for (const [id, product] of tree.products) {
      const leaf = toLeaf(product, standings.get(id) ?? [], status, context);
      const groups = branches.get(product.key) ?? [];
      branches.set(product.key, groups);
      if (leaf.vulnerabilities.length > 0 && !isWhole(product, context.reading)) join(groups, leaf, status);
    }
  }
  return [...branches.values()].flat().map((group) => toProduct(group, context));
}

function toLeaf(
  product: TreeProduct,
  all: readonly Standing[],
  status: 'affected' | 'fixed',
  { reading, cves, statusOf }: Context,
): Leaf {
  const standings = all.filter((standing) => standing.status === status);
  const named = placesOf(standings);
  const excepted = all.filter((standing) =>
    isExcepted(standing, statusOf(product.vendor, standing.vulnerability)),
  );
  // Where only its vendor's exceptions keep it out, the product is meant in all vulnerabilities.
  const meant = placesOf([...standings, ...excepted]);
  const isMeantInAll = named.length > 0 && meant.length === cves.length;
  return {
    ...{ product, standings, traits: readTraits(product, reading) },
    vulnerabilities: isMeantInAll ? meant : named,
  };
}

function isExcepted({ status }: { status: ProductStatus }, vendor: VendorStatus | undefined): boolean {
  return (
    status !== 'affected' && status !== 'fixed' && vendor !== undefined && !vendor.startsWith('affected')
  );
}

function placesOf(standings: readonly Standing[]): number[] {
  return [...new Set(standings.map(({ vulnerability }) => vulnerability))].toSorted((a, b) => a - b);
}

function readTraits(product: TreeProduct, reading: Reading): Traits {
  const { helper } = product;
  const [purl] = texts(helper, 'purls');
  return { cpe: text(helper, 'cpe'), purl: text(helper, 'purl') ?? purl, note: readNote(product, reading) };
}

/** Our own documents put a product's note in parentheses behind its name and its versions in words. */
function readNote({ vendor, name, fullName, version }: TreeProduct, reading: Reading): string | undefined {
  const { read } = version ? readVersions(version, '=') : { read: [] };
  const phrases = read.map((range) => formatRangePhrase(readVersionRange(range), reading.language));
  const plain = [vendor, name, phrases.join(reading.words.comma)].filter((each) => each !== '').join(' ');
  const isNoted = fullName.startsWith(`${plain} (`) && fullName.endsWith(')');
  return isNoted ? fullName.slice(plain.length + 2, -1).trim() || undefined : undefined;
}

/** A fixed version belongs to every group of which it fixes all vulnerabilities. */
function join(groups: Group[], leaf: Leaf, status: 'affected' | 'fixed'): void {
  const { vulnerabilities, traits } = leaf;
  const fitting = groups.filter((group) =>
    status === 'fixed'
      ? group.vulnerabilities.every((each) => vulnerabilities.includes(each))
      : JSON.stringify([group.vulnerabilities, group.traits]) === JSON.stringify([vulnerabilities, traits]),
  );
  if (fitting.length === 0) {
    fitting.push({ vulnerabilities, traits, affected: [], fixed: [] });
    groups.push(...fitting);
  }
  for (const group of fitting) group[status].push(leaf);
}

function toProduct(group: Group, { reading: { say }, cves, slugOf }: Context): RecordProduct {
  const { cpe, purl, note } = group.traits;
  const [{ vendor, name }] = [...group.affected, ...group.fixed].map(({ product }) => product) as [
    TreeProduct,
    ...TreeProduct[],
  ];
  const affected = group.affected.map(readAffected);
  const fixed = group.fixed.map(readFixed);
  const words = unique([
    ...(note === undefined ? [] : [note]),
    ...[...affected, ...fixed].flatMap((each) => each.words),
  ]);
  return {
    vendor: slugOf(vendor),
    name: say(name),
    ranges: unique(affected.flatMap(({ read }) => read)),
    fixed: unique(fixed.flatMap(({ read }) => read)),
    ...(words.length > 0 && { note: say(words.join('\n')) }),
    ...(group.vulnerabilities.length < cves.length && namedCves(group, cves)),
    ...(cpe !== undefined && { cpe }),
    ...(purl !== undefined && { purl }),
  };
}

/** Nothing when one of the vulnerabilities has no CVE by which it could be named: then all are meant. */
function namedCves({ vulnerabilities }: Group, cves: readonly (string | undefined)[]): { cves?: string[] } {
  const named = vulnerabilities.flatMap((place) => cves[place] ?? []);
  return named.length === vulnerabilities.length ? { cves: named } : {};
}

function readAffected({ product: { version }, standings }: Leaf): Versions {
  return version ? readVersions(version, standings[0]?.operator ?? '=') : { read: [], words: [] };
}

function readVersions(
  version: NonNullable<TreeProduct['version']>,
  operator: Standing['operator'],
): Versions {
  const read = version.isRange ? readVersionRanges(version.text) : readVersion(version.text, operator);
  return read ? { read, words: [] } : { read: [], words: [version.text] };
}

/** A fix “from 2.0 on” is a fix in 2.0. */
function readFixed({ product: { version } }: Leaf): Versions {
  if (version === undefined) return { read: [], words: [] };
  const first = readVersionRanges(version.text)?.map((range) => /^(?:>=|=)([^ ]+)$/u.exec(range)?.[1]);
  return first === undefined || first.includes(undefined)
    ? { read: [], words: [version.text] }
    : { read: first.flatMap((each) => each ?? []), words: [] };
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)];
}
