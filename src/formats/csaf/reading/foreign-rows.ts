import { includesVersion, isRangeProblem, parseVersionRange } from '#domain/version-range.ts';
import {
  affectedRows,
  type Context,
  type Leaf,
  placesOf,
  readAffected,
  readFixed,
  type Row,
  shareOf,
} from './rows.ts';

/** Rows of one product that say the same of it in several places, such as releases of a distribution. */
export interface JoinedRow extends Row {
  /** What it is a part of or where it is installed; none for a product of its own. */
  readonly hosts: readonly string[];
  readonly architectures: readonly string[];
}

/**
 * Elsewhere a fixed version belongs to every row of which it fixes all vulnerabilities. What differs in architecture only
 * is one row, and so is what differs only in where the product is installed.
 */
export function foreignRows(leaves: readonly Leaf[], context: Context): JoinedRow[] {
  const rows = affectedRows(leaves, context);
  for (const leaf of leaves) {
    const fixes = placesOf(leaf, 'fixed');
    // Without a version it would read as one more affected product.
    if (fixes.length === 0 || leaf.product.version === undefined) continue;
    const fitting = rows.filter((row) => isSameHost(row, leaf) && isFixedBy(row, fixes));
    if (fitting.length === 0) {
      const share = { ...shareOf(fixes, context), updates: [] };
      fitting.push({ ...share, traits: leaf.traits, affected: [], fixed: [] });
      rows.push(...fitting);
    }
    for (const row of fitting) row.fixed.push(leaf);
  }
  return joinHosts(rows.flatMap(splitContradiction));
}

function isFixedBy({ vulnerabilities }: Row, fixes: readonly number[]): boolean {
  return vulnerabilities.every((each) => fixes.includes(each));
}

function isSameHost({ traits: { host } }: Row, { traits: { host: other } }: Leaf): boolean {
  return host?.name === other?.name && host?.words === other?.words;
}

/** A fixed version that lies in an affected range stands in a row of its own: both are what the document says. */
function splitContradiction(row: Row): Row[] {
  const ranges = row.affected.flatMap((leaf) => readAffected(leaf).read);
  const isInside = (version: string) => ranges.some((range) => isVersionIn(version, range));
  const [inside, outside] = partition(row.fixed, (leaf) => readFixed(leaf).read.some(isInside));
  if (inside.length === 0) return [row];
  return [
    { ...row, fixed: outside },
    { ...row, affected: [], fixed: inside },
  ];
}

function isVersionIn(version: string, text: string): boolean {
  const range = parseVersionRange(text);
  return !isRangeProblem(range) && includesVersion(range, version);
}

function partition<Item>(list: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [list.filter(isFirst), list.filter((item) => !isFirst(item))];
}

function joinHosts(rows: readonly Row[]): JoinedRow[] {
  const joined = Map.groupBy(rows, (row) => JSON.stringify([describe(row), architecturesOf(row)]));
  return [...joined.values()].map((same) => {
    const [first] = same as [Row, ...Row[]];
    const hosts = same.flatMap(({ traits }) => traits.host?.name ?? []);
    return {
      ...{ ...first, affected: same.flatMap((row) => row.affected), fixed: same.flatMap((row) => row.fixed) },
      ...{ hosts: [...new Set(hosts)], architectures: architecturesOf(first) },
    };
  });
}

/** What a row says, its host's name aside. */
function describe({ traits, affected, fixed, vulnerabilities, isGeneral }: Row): unknown {
  return [
    ...[traits.cpe, traits.purl, traits.note, traits.host?.words, vulnerabilities, isGeneral],
    [...new Set(affected.map((leaf) => JSON.stringify(readAffected(leaf))))].toSorted(),
    [...new Set(fixed.map((leaf) => JSON.stringify(readFixed(leaf))))].toSorted(),
  ];
}

function architecturesOf({ affected, fixed }: Row): string[] {
  const named = [...affected, ...fixed].flatMap(({ product }) => product.architecture ?? []);
  return [...new Set(named)].toSorted();
}
