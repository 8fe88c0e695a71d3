import { isDeepStrictEqual } from 'node:util';
import type { DraftFacts } from '../draft.ts';

export type DraftRow = NonNullable<DraftFacts['vendors']>[number];

/** One row that is left of several of the same vendor. */
export interface JoinedRow<Row extends DraftRow = DraftRow> {
  readonly row: Row;
  /** The places of the rows in it, in the list that was given. */
  readonly from: readonly [number, ...number[]];
  /** How many rows of the same vendor stand before this one, because they say something else. */
  readonly rank: number;
}

/**
 * The rows of one advisory, one for each vendor where that loses nothing: rows of a vendor that do not contradict each
 * other become one row with all that they say, and a row that only says that the vendor was told gives way. Rows that
 * contradict each other stay, in their order, so no status, date or statement is lost.
 * @param keyOf rows with the same key are of the same vendor
 */
export function joinRows(rows: readonly DraftRow[], keyOf: (row: DraftRow) => string): JoinedRow[] {
  const joined: (JoinedRow & { key: string })[] = [];
  for (const [index, row] of rows.entries()) {
    const key = keyOf(row);
    const same = joined.filter((other) => other.key === key);
    const fit = same.find((other) => unite(other.row, row) !== undefined);
    if (fit === undefined) {
      joined.push({ row, from: [index], rank: same.length, key });
      continue;
    }
    const united = unite(fit.row, row) ?? row;
    joined[joined.indexOf(fit)] = { ...fit, row: united, from: [...fit.from, index] };
  }
  return joined.map(({ row, from, rank }) => ({ row, from, rank }));
}

/** Both rows in one, or nothing where they contradict each other. */
function unite(a: DraftRow, b: DraftRow): DraftRow | undefined {
  if (saysNothing(b)) return { ...b, ...a, ...laterUpdate(a, b) };
  if (saysNothing(a)) return { ...a, ...b, vendor: a.vendor, ...laterUpdate(a, b) };
  const [factsOfA, factsOfB] = [factsOf(a), factsOf(b)];
  const contradict = [...factsOfB].some(
    ([key, value]) => factsOfA.has(key) && !isDeepStrictEqual(factsOfA.get(key), value),
  );
  return contradict ? undefined : { ...b, ...a, ...laterUpdate(a, b) };
}

function laterUpdate(a: DraftRow, b: DraftRow): Pick<DraftRow, 'updatedOn'> {
  const days = [a.updatedOn, b.updatedOn].flatMap((day) => day ?? []).toSorted();
  const latest = days.at(-1);
  return latest === undefined ? {} : { updatedOn: latest };
}

/** What a row says about everything but `besides`, and but when it was last changed, which contradicts nothing. */
function factsOf(row: DraftRow, ...besides: readonly (keyof DraftRow)[]): Map<string, unknown> {
  const silent: readonly string[] = ['vendor', 'updatedOn', ...besides];
  return new Map(Object.entries(row).filter(([key, value]) => value !== undefined && !silent.includes(key)));
}

const SILENT: readonly DraftRow['status'][] = [undefined, 'notified', 'unknown'];

/** Whether a row tells no more than that the vendor was told, or that nothing is known of it. */
function saysNothing(row: DraftRow): boolean {
  return SILENT.includes(row.status) && factsOf(row, 'status', 'notifiedOn').size === 0;
}
