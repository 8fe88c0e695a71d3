import { compareText } from '#domain/compare-text.ts';
import { shardOfKey } from './term-key.ts';

/** A segment grows up to this many records before its period is divided. */
export const RECORDS_IN_SEGMENT = 4000;
/** So do the batches of which a segment is made. */
export const RECORDS_IN_BATCH = 250;

/** Lengths of periods in months, each a multiple of the next. */
const LENGTHS = [192, 96, 48, 24, 12, 6, 3, 1] as const;

/** Records that stand together. */
export interface Plan<Item> {
  /** A stable name of what belongs here: `2016-01+96` are eight years from January 2016 on. */
  period: string;
  /** In the order of their days. */
  items: readonly Item[];
}

interface Planned {
  slug: string;
  /** Calendar day of publication. */
  date: string;
}

/**
 * Puts records together by the time of publication, oldest first. A period is divided only when it holds too much, so
 * that where a record stands hardly depends on others, and a change of one record changes one group.
 * @param most how many records may stand together
 */
export function planPeriods<Item extends Planned>(items: readonly Item[], most: number): Plan<Item>[] {
  return divide(items, most, 0).map(({ period, items: group }) => ({
    period,
    items: group.toSorted(compareItems),
  }));
}

function divide<Item extends Planned>(items: readonly Item[], most: number, level: number): Plan<Item>[] {
  if (level > LENGTHS.length) return divideByChance(items, most);
  const groups = [...Map.groupBy(items, ({ date }) => periodAt(date, level))];
  return groups
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([period, group]) =>
      group.length > most ? divide(group, most, level + 1) : [{ period, items: group }],
    );
}

/** Behind the last length stands the day. */
function periodAt(date: string, level: number): string {
  const length = LENGTHS[level];
  if (length === undefined) return date;
  const month = Math.floor((Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1) / length) * length;
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}+${length}`;
}

/** So much on one day that only chance can divide it. */
function divideByChance<Item extends Planned>(items: readonly Item[], most: number): Plan<Item>[] {
  const parts = Math.ceil(items.length / most);
  return [...Map.groupBy(items, ({ slug }) => shardOfKey(slug, parts))]
    .sort(([a], [b]) => a - b)
    .map(([part, group]) => ({ period: `${group[0]?.date ?? ''}.${part}`, items: group }));
}

function compareItems(a: Planned, b: Planned): number {
  return compareText(a.date, b.date) || compareText(a.slug, b.slug);
}
