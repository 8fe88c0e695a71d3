import { compareNumbered } from '#domain/compare-text.ts';
import type { CvssSeverity } from '#domain/cvss.ts';
import type { Day } from '#domain/dates.ts';
import { addQuarters, type Quarter, quarterOf, quartersFrom } from '#domain/quarter.ts';
import { quantile } from './quantile.ts';

/** Severities as statistics show them, the worst first. */
export const COUNTED_SEVERITIES = ['critical', 'high', 'medium', 'low', 'none', 'unscored'] as const;
type CountedSeverity = (typeof COUNTED_SEVERITIES)[number];

/**
 * Whether readers could do something when they read of it.
 * - `at-publication`: a fix was stated for every product
 * - `later`: one was released after it
 * - `none`: none is stated for every product
 * - `unknown`: one is stated, and nothing tells since when
 */
export const FIX_TIMES = ['at-publication', 'later', 'none', 'unknown'] as const;
export type FixTime = (typeof FIX_TIMES)[number];

/** Numbers of vendors of one advisory, in groups; the last one is open. */
export const VENDOR_GROUPS = [0, 1, 2, 3, 4, 5, 10, 50] as const;

/** What one advisory adds to the statistics. */
export interface CountedAdvisory {
  /** In the zone of the site. */
  publishedOn: Day;
  /** The path of its family. */
  family: string;
  withdrawn: boolean;
  /** That of its worst score. */
  severity?: CvssSeverity;
  weaknesses: readonly string[];
  vendors: number;
  /** Days from the acceptance of the report to the publication, where the day of acceptance is told. */
  days?: number;
  fix: FixTime;
}

export interface QuarterCounts {
  quarter: Quarter;
  advisories: number;
  families: Readonly<Record<string, number>>;
  severities: Readonly<Record<CountedSeverity, number>>;
  fixes: Readonly<Record<FixTime, number>>;
  /** Over the advisories whose day of acceptance is told: how many these are, and what half and nine tenths do not exceed. */
  days: { advisories: number; median?: number; p90?: number };
}

export interface PublishedCounts {
  /** Every quarter from the first publication to the present one, oldest first. Withdrawn advisories are not counted. */
  quarters: readonly QuarterCounts[];
  withdrawn: number;
}

/** What advisories of some quarters have in common. */
export interface PeriodCounts {
  advisories: number;
  /** Advisories by weakness, most first, then by number; one with a weakness twice counts once. */
  weaknesses: readonly (readonly [id: string, advisories: number])[];
  /** Advisories by the least number of vendors of each group. */
  vendors: readonly (readonly [from: number, advisories: number])[];
}

/** Counts advisories by the quarter of their publication, in one pass. */
export function countQuarters(
  advisories: Iterable<CountedAdvisory>,
  families: readonly string[],
  present: Quarter,
): PublishedCounts {
  const drawers = new Map<Quarter, Drawer>();
  let withdrawn = 0;
  for (const advisory of advisories) {
    if (advisory.withdrawn) withdrawn += 1;
    else fill(drawerOf(drawers, quarterOf(advisory.publishedOn), families), advisory);
  }
  const known = [...drawers.keys(), present].toSorted();
  const [first = present, last = present] = [known[0], known.at(-1)];
  const length = quartersFrom(first, last) + 1;
  const quarters = Array.from({ length }, (_, place) => {
    const quarter = addQuarters(first, place);
    return close(quarter, drawers.get(quarter) ?? emptyDrawer(families));
  });
  return { quarters, withdrawn };
}

/** Counts the advisories of a period. */
export function countPeriod(advisories: Iterable<CountedAdvisory>, from: Quarter): PeriodCounts {
  const weaknesses = new Map<string, number>();
  const vendors = new Map<number, number>(VENDOR_GROUPS.map((group) => [group, 0]));
  let counted = 0;
  for (const { publishedOn, withdrawn, weaknesses: ids, vendors: named } of advisories) {
    if (withdrawn || quarterOf(publishedOn) < from) continue;
    counted += 1;
    for (const id of new Set(ids)) add(weaknesses, id);
    add(vendors, VENDOR_GROUPS.findLast((least) => least <= named) ?? 0);
  }
  return {
    advisories: counted,
    weaknesses: [...weaknesses].toSorted(([a, most], [b, more]) => more - most || compareNumbered(a, b)),
    vendors: [...vendors],
  };
}

interface Drawer {
  advisories: number;
  families: Record<string, number>;
  severities: Record<CountedSeverity, number>;
  fixes: Record<FixTime, number>;
  days: number[];
}

function drawerOf(drawers: Map<Quarter, Drawer>, quarter: Quarter, families: readonly string[]): Drawer {
  const drawer = drawers.get(quarter) ?? emptyDrawer(families);
  drawers.set(quarter, drawer);
  return drawer;
}

function emptyDrawer(families: readonly string[]): Drawer {
  return {
    advisories: 0,
    families: zeros(families),
    severities: zeros(COUNTED_SEVERITIES),
    fixes: zeros(FIX_TIMES),
    days: [],
  };
}

function fill(drawer: Drawer, { family, severity, fix, days }: CountedAdvisory): void {
  drawer.advisories += 1;
  drawer.families[family] = (drawer.families[family] ?? 0) + 1;
  drawer.severities[severity ?? 'unscored'] += 1;
  drawer.fixes[fix] += 1;
  if (days !== undefined) drawer.days.push(days);
}

function close(quarter: Quarter, { days, ...counts }: Drawer): QuarterCounts {
  const [median, p90] = [quantile(days, 0.5), quantile(days, 0.9)];
  return {
    quarter,
    ...counts,
    days: {
      advisories: days.length,
      ...(median !== undefined && { median }),
      ...(p90 !== undefined && { p90 }),
    },
  };
}

function zeros<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
