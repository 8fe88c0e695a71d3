import type { Advisory, Catalog } from '#catalog/catalog.ts';
import { urgent } from '#catalog/queries.ts';
import { addDays, compareInstants, type Day, dayIn } from '#domain/dates.ts';

/** The most urgent advisories that are pointed to at once. */
const MOST = 3;

/**
 * Urgent advisories that every page points to, newest first: those whose urgent revision is at most `timers.urgentDays`
 * days old, in days of the site's zone. What they are changes when one is published and when its days are over, and on no
 * day between, so that pages need not be made anew every day.
 */
export function recentUrgent(catalog: Catalog): Advisory[] {
  const { timezone, timers } = catalog.site;
  const from = addDays(dayIn(catalog.now, timezone), -timers.urgentDays);
  return urgent(catalog)
    .map((advisory) => ({ advisory, at: urgentAt(catalog.now, advisory) }))
    .filter(({ at }) => dayIn(at, timezone) >= from)
    .toSorted((a, b) => compareInstants(b.at, a.at))
    .slice(0, MOST)
    .map(({ advisory }) => advisory);
}

/** The day on which readers were last told that it is urgent, in the site’s zone. */
export function urgentOn(
  { now, site }: Pick<Catalog, 'now' | 'site'>,
  advisory: Pick<Advisory, 'facts'>,
): Day {
  return dayIn(urgentAt(now, advisory), site.timezone);
}

/**
 * When readers were last told that it is urgent: at the publication, or by a later revision that changed the mark. A
 * revision that does not say what it changed may have; one that changed other parts only does not call readers again.
 */
function urgentAt(now: string, { facts }: Pick<Advisory, 'facts'>): string {
  const moments = facts.revisions
    .slice(1)
    .filter(({ at, changes }) => {
      const isUrgent = changes === undefined || changes.some(({ part }) => part === 'urgent');
      return isUrgent && compareInstants(at, now) <= 0;
    })
    .map(({ at }) => at);
  return [facts.publishedAt, ...moments].toSorted(compareInstants).at(-1) ?? facts.publishedAt;
}
