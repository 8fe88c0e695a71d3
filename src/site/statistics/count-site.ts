import { vendorsOf } from '#catalog/build-catalog.ts';
import type { Advisory } from '#catalog/catalog.ts';
import { compareInstants, type Day, dayIn, daysBetween, type Instant } from '#domain/dates.ts';
import { addQuarters, type Quarter, quarterOf } from '#domain/quarter.ts';
import {
  type CountedAdvisory,
  countPeriod,
  countQuarters,
  type FixTime,
  type PeriodCounts,
  type PublishedCounts,
} from '#statistics/count-quarters.ts';
import { oncePer } from '#domain/once.ts';
import type { SiteIndex } from '../site-index.ts';
import { SHOWN_QUARTERS } from './charts.ts';

/** All that statistics count over the advisories of a site. */
export interface SiteCounts extends PublishedCounts {
  /** The quarter in which the site is built, which is not over. */
  present: Quarter;
  /** The quarters that pages show, oldest first. */
  shown: PublishedCounts['quarters'];
  /** Over these quarters. */
  period: PeriodCounts;
}

/** Counts once for all pages, tables and files of a site. */
export const countSite = oncePer(count);

function count(index: SiteIndex): SiteCounts {
  const { advisories, site } = index.catalog;
  const present = presentQuarter(index);
  const list = advisories.map((advisory) => toCounted(index, advisory));
  const published = countQuarters(
    list,
    site.families.map(({ path }) => path),
    present,
  );
  return {
    ...published,
    present,
    shown: published.quarters.slice(-SHOWN_QUARTERS),
    period: countPeriod(list, addQuarters(present, 1 - SHOWN_QUARTERS)),
  };
}

/** The quarter in which the site is built. */
export function presentQuarter({ catalog: { now, site } }: SiteIndex): Quarter {
  return quarterOf(dayIn(now, site.timezone));
}

/** What is counted of an advisory wherever anything is. */
export function toCommonCount(
  index: SiteIndex,
  advisory: Advisory,
): Pick<CountedAdvisory, 'publishedOn' | 'family' | 'withdrawn' | 'severity' | 'weaknesses'> {
  const { facts, family, publishedOn } = advisory;
  const { worst } = index.assess(advisory);
  return {
    publishedOn,
    family: family.path,
    withdrawn: facts.state === 'withdrawn',
    ...(worst && { severity: worst.severity }),
    weaknesses: facts.vulnerabilities.flatMap(({ cwe }) => cwe),
  };
}

function toCounted(index: SiteIndex, advisory: Advisory): CountedAdvisory {
  const days = daysToPublication(advisory);
  return {
    ...toCommonCount(index, advisory),
    vendors: vendorsOf(advisory).length,
    ...(days !== undefined && { days }),
    fix: fixTimeOf(advisory, index.assess(advisory).fixAvailable, index.catalog.now),
  };
}

/** Whether any advisory that is counted tells when its report was accepted. Planning asks, so nothing else is counted. */
export function tellsDays({ catalog: { advisories } }: SiteIndex): boolean {
  return advisories.some(
    (advisory) => advisory.facts.state !== 'withdrawn' && daysToPublication(advisory) !== undefined,
  );
}

function daysToPublication(advisory: Advisory): number | undefined {
  const { publishedOn } = advisory;
  const accepted = dayOf(advisory, 'accepted');
  return accepted === undefined || accepted > publishedOn ? undefined : daysBetween(accepted, publishedOn);
}

/** The first day on which the timeline tells of an event. */
export function dayOf(
  { facts }: Pick<Advisory, 'facts'>,
  wanted: Advisory['facts']['timeline'][number]['event'],
): Day | undefined {
  return facts.timeline
    .filter(({ event }) => event === wanted)
    .map(({ on }) => on)
    .toSorted()[0];
}

/**
 * Since when a fix is stated. Where the timeline does not tell, it was so from the beginning unless a later revision
 * changed the affected products or does not say what it changed.
 */
function fixTimeOf(advisory: Advisory, isStated: boolean, now: Instant): FixTime {
  const released = dayOf(advisory, 'fix-released');
  if (released !== undefined) return released <= advisory.publishedOn ? 'at-publication' : 'later';
  if (!isStated) return 'none';
  const mayHaveCome = advisory.facts.revisions
    .slice(1)
    .filter(({ at }) => compareInstants(at, now) <= 0)
    .some(({ changes }) => changes?.some(({ part }) => part === 'affected') ?? true);
  return mayHaveCome ? 'unknown' : 'at-publication';
}
