import { toVersionBranches } from '../vers.ts';
import { affectedRows, type Context, type Leaf, placesOf, readAffected, type Row, shareOf } from './rows.ts';

/**
 * In our own documents remediations name the versions that fix a row. Of a row whose affected versions all stand in an
 * earlier one only its fixed versions show; it is that earlier row again with these.
 */
export function ownRows(leaves: readonly Leaf[], context: Context): Row[] {
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
