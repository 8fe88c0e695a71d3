import type { Language } from '#domain/language.ts';
import { formatRangePhrase } from '#domain/range-phrase.ts';
import { readVersionRange } from '#domain/version-range.ts';
import type { RecordProduct } from '#formats/record/advisory-record.ts';
import { toVersionBranches } from '../vers.ts';
import { text, texts } from '#formats/foreign/foreign-document.ts';
import type { ProductTree, TreeProduct } from './read-product-tree.ts';
import type { ProductStatus, Standing } from './read-statuses.ts';
import { readVersion, readVersionRanges } from './read-version-text.ts';
import type { Updates } from './read-updates.ts';
import { isWhole } from './read-vendors.ts';
import type { Reading } from './reading.ts';

/** One version of a product, or all of them, and what is said about it. */
interface Leaf {
  readonly id: string;
  readonly product: TreeProduct;
  readonly standings: readonly Standing[];
  readonly traits: Traits;
}

/** What tells rows of one product apart. */
interface Traits {
  readonly cpe: string | undefined;
  readonly purl: string | undefined;
  readonly note: string | undefined;
  /** Its name in the original, of which a translation knows from its id. */
  readonly original: string | undefined;
  /** Our own documents number the ids of rows that differ in nothing else that an id tells. */
  readonly number: number;
}

/** The vulnerabilities that affect a leaf and are fixed by the same versions. */
interface Share {
  readonly vulnerabilities: readonly number[];
  /** Whether it is meant for all vulnerabilities, those aside for which its vendor makes an exception. */
  readonly isGeneral: boolean;
  readonly updates: readonly string[];
}

/** Leaves of one product that share all of that: a product of the record on its way. */
interface Row extends Share {
  readonly traits: Traits;
  readonly affected: Leaf[];
  readonly fixed: Leaf[];
}

interface Context {
  readonly reading: Reading;
  /** The CVE of each vulnerability. */
  readonly cves: readonly (string | undefined)[];
  readonly slugOf: (vendor: string) => string;
  /** Whether a vendor makes an exception for a vulnerability: that its products are not affected, or not known to be. */
  readonly isExcepted: (vendor: string, vulnerability: number) => boolean;
  readonly updates: Updates;
  /** Whether the document is one of ours, of which every row can be told again. */
  readonly isOwn: boolean;
  /** The language of the original where the document is a translation. */
  readonly original: Language | undefined;
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
  const leaves = [...tree.products]
    .filter(([, product]) => !isWhole(product, context.reading))
    .map(([id, product]): Leaf => {
      const traits = readTraits(id, product, tree, context);
      return { ...{ id, product, traits }, standings: standings.get(id) ?? [] };
    });
  // A product without a version and its versions can be branches apart, so the names tell what is one product.
  const products = Map.groupBy(leaves, ({ product: { vendor, name }, traits }) =>
    JSON.stringify([vendor, name, traits.original]),
  );
  return [...products.values()].flatMap((own) => {
    const rows = context.isOwn ? ownRows(own, context) : foreignRows(own, context);
    return rows.map((row) => toProduct(row, context));
  });
}

/** Elsewhere a fixed version belongs to every row of which it fixes all vulnerabilities. */
function foreignRows(leaves: readonly Leaf[], context: Context): Row[] {
  const rows = affectedRows(leaves, context);
  for (const leaf of leaves) {
    const fixes = placesOf(leaf, 'fixed');
    if (fixes.length === 0) continue;
    const fitting = rows.filter(({ vulnerabilities }) =>
      vulnerabilities.every((each) => fixes.includes(each)),
    );
    if (fitting.length === 0) {
      const isGeneral = fixes.length === context.cves.length;
      const row = { ...{ vulnerabilities: fixes, isGeneral, updates: [] }, traits: leaf.traits };
      fitting.push({ ...row, affected: [], fixed: [] });
      rows.push(...fitting);
    }
    for (const row of fitting) row.fixed.push(leaf);
  }
  return rows;
}

/**
 * In our own documents remediations name the versions that fix a row. Of a row whose affected versions all stand in an
 * earlier one only its fixed versions show; it is that earlier row again with these.
 */
function ownRows(leaves: readonly Leaf[], context: Context): Row[] {
  const rows = affectedRows(leaves, context).flatMap(splitUntellable).toSorted(compareRows);
  const hidden = leaves.flatMap(({ product, ...leaf }) => {
    const version = product.version?.text;
    if (version === undefined) return [];
    const isTold = (row: Row, place: number) =>
      row.vulnerabilities.includes(place) && row.updates.some((each) => toVersion(each) === version);
    const untold = placesOf({ product, ...leaf }, 'fixed').filter(
      (place) => !rows.some((row) => isTold(row, place)),
    );
    const hosts = Map.groupBy(untold, (place) =>
      rows.find(({ vulnerabilities }) => vulnerabilities.includes(place)),
    );
    return [...hosts].flatMap(([host, vulnerabilities]) =>
      host ? [{ ...host, ...shareOf(vulnerabilities, context), updates: [version] }] : [],
    );
  });
  return [...rows, ...hidden];
}

/** A fixed version as the product tree names it. */
function toVersion(written: string): string {
  return written.normalize('NFKC').trim();
}

function shareOf(
  vulnerabilities: readonly number[],
  { cves }: Context,
): Pick<Row, 'vulnerabilities' | 'isGeneral'> {
  const isNameless = vulnerabilities.some((place) => cves[place] === undefined);
  return { vulnerabilities, isGeneral: isNameless || vulnerabilities.length === cves.length };
}

/** Rows in the order that numbers their ids; the first that names a product for a vulnerability decides about it. */
function compareRows(a: Row, b: Row): number {
  return a.traits.number - b.traits.number || Number(a.isGeneral) - Number(b.isGeneral);
}

/** Ranges that would be told in other branches when they stood in one row have a row each. */
function splitUntellable(row: Row): Row[] {
  const ranges = row.affected.flatMap((leaf) => readAffected(leaf).read);
  const isTellable = toVersionBranches(ranges).branches.length === row.affected.length;
  return isTellable ? [row] : row.affected.map((leaf) => ({ ...row, affected: [leaf] }));
}

function affectedRows(leaves: readonly Leaf[], context: Context): Row[] {
  const rows = new Map<string, Row>();
  for (const leaf of leaves) {
    for (const share of sharesOf(leaf, context)) {
      const { traits } = leaf;
      const isVersion = leaf.product.version !== undefined;
      const key = JSON.stringify([share, traits, isVersion, traits.number > 1 ? leaf.id : '']);
      const row = rows.get(key) ?? { ...share, traits, affected: [], fixed: [] };
      row.affected.push(leaf);
      rows.set(key, row);
    }
  }
  return [...rows.values()];
}

/**
 * What keeps a leaf out of a vulnerability, an exception of its vendor, shows that it is meant in general. Where it is
 * affected in spite of such an exception, it names the vulnerability.
 */
function sharesOf(leaf: Leaf, context: Context): Share[] {
  const isExcepted = (place: number) => context.isExcepted(leaf.product.vendor, place);
  const affected = placesOf(leaf, 'affected');
  const groups = Map.groupBy(affected, (place) =>
    JSON.stringify([isExcepted(place), context.updates(leaf.id, place)]),
  );
  const shares = [...groups.values()].map((places): Share => {
    const [first = 0] = places;
    const { vulnerabilities, isGeneral } = shareOf(places, context);
    return {
      ...{ vulnerabilities, isGeneral: isGeneral && !isExcepted(first) },
      updates: context.updates(leaf.id, first),
    };
  });
  const isKeptOut = leaf.standings.some(
    ({ status, vulnerability }) => status !== 'affected' && status !== 'fixed' && isExcepted(vulnerability),
  );
  if (!isKeptOut || shares.some(({ isGeneral }) => isGeneral)) return shares;
  const open = shares.find(({ vulnerabilities: [first = 0] }) => !isExcepted(first));
  const general = { ...(open ?? { vulnerabilities: [], updates: [] }), isGeneral: true };
  return [...shares.filter((share) => share !== open), general];
}

/** The vulnerabilities for which a leaf has a status. */
function placesOf({ standings }: Leaf, status: ProductStatus): number[] {
  const places = standings.filter((each) => each.status === status).map((each) => each.vulnerability);
  return [...new Set(places)].toSorted((a, b) => a - b);
}

function readTraits(id: string, product: TreeProduct, tree: ProductTree, context: Context): Traits {
  const { helper } = product;
  const [purl] = texts(helper, 'purls');
  return {
    ...{ cpe: text(helper, 'cpe'), purl: text(helper, 'purl') ?? purl },
    note: readNote(product, context.reading),
    ...readId(id, product, tree, context),
  };
}

/** Ids of our own documents: the vendor’s slug, the name in the original’s language, the version, a number. */
function readId(
  id: string,
  { vendor, version }: TreeProduct,
  { products }: ProductTree,
  { isOwn, original, slugOf }: Context,
): Pick<Traits, 'original' | 'number'> {
  const [, plain = '', number = ''] = /^(.*)#(\d+)$/su.exec(id) ?? [];
  const isNumbered = isOwn && products.has(Number(number) > 2 ? `${plain}#${Number(number) - 1}` : plain);
  const rest = (isNumbered ? plain : id).slice(slugOf(vendor).length + 1);
  const name = version ? rest.slice(0, -version.text.length - 1) : rest;
  return {
    number: isNumbered ? Number(number) : 1,
    original: isOwn && original !== undefined && name !== '' ? name.replaceAll('::', ':') : undefined,
  };
}

/** Our own documents put a product's note in parentheses behind its name and its versions in words. */
function readNote({ vendor, name, fullName, version }: TreeProduct, reading: Reading): string | undefined {
  const { read } = version ? readVersions(version, '=') : { read: [] };
  const phrases = read.map((range) => formatRangePhrase(readVersionRange(range), reading.language));
  const plain = [vendor, name, phrases.join(reading.words.comma)].filter((each) => each !== '').join(' ');
  const isNoted = fullName.startsWith(`${plain} (`) && fullName.endsWith(')');
  return isNoted ? fullName.slice(plain.length + 2, -1).trim() || undefined : undefined;
}

function toProduct(row: Row, { reading: { say }, cves, slugOf, original }: Context): RecordProduct {
  const { cpe, purl, note, original: first } = row.traits;
  const [{ vendor, name }] = [...row.affected, ...row.fixed].map(({ product }) => product) as [
    TreeProduct,
    ...TreeProduct[],
  ];
  const affected = row.affected.map(readAffected);
  const fixed = row.fixed.map(readFixed);
  const words = unique([
    ...(note === undefined ? [] : [note]),
    ...[...affected, ...fixed].flatMap((each) => each.words),
  ]);
  return {
    vendor: slugOf(vendor),
    name: { ...(original !== undefined && first !== undefined && { [original]: first }), ...say(name) },
    ranges: unique(affected.flatMap(({ read }) => read)),
    fixed: fixed.length === 0 ? [...row.updates] : unique(fixed.flatMap(({ read }) => read)),
    ...(words.length > 0 && { note: say(words.join('\n')) }),
    ...(!row.isGeneral && namedCves(row, cves)),
    ...(cpe !== undefined && { cpe }),
    ...(purl !== undefined && { purl }),
  };
}

/** Nothing when one of the vulnerabilities has no CVE by which it could be named: then all are meant. */
function namedCves({ vulnerabilities }: Row, cves: readonly (string | undefined)[]): { cves?: string[] } {
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
