import type { Language } from '#domain/language.ts';
import type { TreeProduct } from './read-product-tree.ts';
import type { ProductStatus, Standing } from './read-statuses.ts';
import { readVersion, readVersionRanges } from './read-version-text.ts';
import type { Updates } from './read-updates.ts';
import type { Reading } from './reading.ts';

/*
 * Products of the tree on their way to products of the record: leaves of one product become rows, in which what is said
 * of several versions stands together.
 */

/** One version of a product, or all of them, and what is said about it. */
export interface Leaf {
  readonly id: string;
  readonly product: TreeProduct;
  readonly standings: readonly Standing[];
  readonly traits: Traits;
}

/** What tells rows of one product apart. */
export interface Traits {
  readonly cpe: string | undefined;
  readonly purl: string | undefined;
  readonly note: string | undefined;
  readonly host: TreeProduct['host'];
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
export interface Row extends Share {
  readonly traits: Traits;
  readonly affected: Leaf[];
  readonly fixed: Leaf[];
}

export interface Context {
  readonly reading: Reading;
  /** The CVE of each vulnerability. */
  readonly cves: readonly (string | undefined)[];
  readonly slugOf: (vendor: string) => string;
  /** Whether a vendor makes an exception for a vulnerability: that its products are not affected, or not known to be. */
  readonly isExcepted: (vendor: string, vulnerability: number) => boolean;
  readonly updates: Updates;
  /** The language of the original where the document is a translation. */
  readonly original: Language | undefined;
}

/** Versions that could be read, and the words that could not. */
export interface Versions {
  readonly read: readonly string[];
  readonly words: readonly string[];
}

export function affectedRows(leaves: readonly Leaf[], context: Context): Row[] {
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

export function shareOf(
  vulnerabilities: readonly number[],
  { cves }: Context,
): Pick<Row, 'vulnerabilities' | 'isGeneral'> {
  const isNameless = vulnerabilities.some((place) => cves[place] === undefined);
  return { vulnerabilities, isGeneral: isNameless || vulnerabilities.length === cves.length };
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
export function placesOf({ standings }: Leaf, status: ProductStatus): number[] {
  const places = standings.filter((each) => each.status === status).map((each) => each.vulnerability);
  return [...new Set(places)].toSorted((a, b) => a - b);
}

export function readAffected({ product: { version }, standings }: Leaf): Versions {
  return version ? readVersions(version, standings[0]?.operator ?? '=') : { read: [], words: [] };
}

export function readVersions(
  version: NonNullable<TreeProduct['version']>,
  operator: Standing['operator'],
): Versions {
  const read = version.isRange ? readVersionRanges(version.text) : readVersion(version.text, operator);
  return read ? { read, words: [] } : { read: [], words: [version.text] };
}

/** A fix “from 2.0 on” is a fix in 2.0. */
export function readFixed({ product: { version } }: Leaf): Versions {
  if (version === undefined) return { read: [], words: [] };
  const first = readVersionRanges(version.text)?.map((range) => /^(?:>=|=)([^ ]+)$/u.exec(range)?.[1]);
  return first === undefined || first.includes(undefined)
    ? { read: [], words: [version.text] }
    : { read: first.flatMap((each) => each ?? []), words: [] };
}
