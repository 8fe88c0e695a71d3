import { compareText } from '#domain/compare-text.ts';
import { shardOfKey } from './term-key.ts';

/** How many records stand together at most. */
export interface Sizes {
  /** In a segment, before its period is divided. */
  segment: number;
  /** In the newest segment, if fewer: what is published changes it. */
  newest?: number;
  /** In the batches of which a segment is made. */
  batch: number;
}

export const SIZES: Required<Sizes> = { segment: 4000, newest: 125, batch: 250 };

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
 * The segments of an index, oldest first. The period in which the newest record was published is divided further than the
 * others, so that they grow with their age, from months to years: a publication changes a small one, and old ones are few.
 */
export function planSegments<Item extends Planned>(
  items: readonly Item[],
  { segment, newest = segment }: Sizes,
): Plan<Item>[] {
  const last = items.reduce((latest, { date }) => (date > latest ? date : latest), '');
  return plan(items, (group) => (group.some(({ date }) => date === last) ? newest : segment));
}

/**
 * Puts records together by the time of publication, oldest first. A period is divided only when it holds too much, so
 * that where a record stands hardly depends on others, and a change of one record changes one group.
 * @param most how many records may stand together
 */
export function planPeriods<Item extends Planned>(items: readonly Item[], most: number): Plan<Item>[] {
  return plan(items, () => most);
}

type MostOf = (group: readonly Planned[]) => number;

function plan<Item extends Planned>(items: readonly Item[], mostOf: MostOf): Plan<Item>[] {
  return divide(items, mostOf, 0).map(({ period, items: group }) => ({
    period,
    items: group.toSorted(compareItems),
  }));
}

function divide<Item extends Planned>(items: readonly Item[], mostOf: MostOf, level: number): Plan<Item>[] {
  if (level > LENGTHS.length) return divideByChance(items, mostOf(items));
  const groups = [...Map.groupBy(items, ({ date }) => periodAt(date, level))];
  return groups
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([period, group]) =>
      group.length > mostOf(group) ? divide(group, mostOf, level + 1) : [{ period, items: group }],
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
