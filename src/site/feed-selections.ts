import type { Advisory } from '#catalog/catalog.ts';
import type { Site } from '#domain/site.ts';
import { FEED_SELECTIONS, type FeedSelection } from './addresses.ts';
import { latestChanged, MOST_ENTRIES, orderByChange } from './latest-changed.ts';
import { once, oncePer } from '#domain/once.ts';
import type { SiteIndex } from './site-index.ts';

/** The feeds of the whole site that it has: one of alerts only where a family carries them. */
export function selectionsOf({ families }: Pick<Site, 'families'>): FeedSelection[] {
  const hasAlerts = families.some(({ alert }) => alert === true);
  return FEED_SELECTIONS.filter((selection) => selection !== 'alerts' || hasAlerts);
}

/** The entries of such a feed, latest change first, as many as a feed holds. */
export function selectForFeed(index: SiteIndex, selection: FeedSelection): readonly Advisory[] {
  return selectorsOf(index)[selection]();
}

const selectorsOf = oncePer(buildSelectors);

function buildSelectors(index: SiteIndex): Record<FeedSelection, () => readonly Advisory[]> {
  const { catalog, updated } = index;
  const { advisories } = catalog;
  const byChange = once(() => orderByChange(advisories));
  const severityOf = (advisory: Advisory) => index.assess(advisory).worst?.severity;
  return {
    // Whatever changed last was either published or updated last, so the heads of both lists are enough.
    all: once(() =>
      latestChanged([...new Set([...advisories.slice(0, MOST_ENTRIES), ...updated.slice(0, MOST_ENTRIES)])]),
    ),
    updated: once(() => latestChanged(updated)),
    // Whoever was called to act must also hear that there was no need to.
    urgent: once(() => latestChanged(advisories.filter(({ facts }) => facts.urgent !== false))),
    alerts: once(() => latestChanged(advisories.filter(({ family }) => family.alert === true))),
    critical: once(() => takeFirst(byChange(), (each) => severityOf(each) === 'critical')),
    high: once(() => takeFirst(byChange(), (each) => /^(?:critical|high)$/.test(severityOf(each) ?? ''))),
  };
}

/** As many as a feed holds. The others are not even looked at, because scores cost time. */
function takeFirst(advisories: readonly Advisory[], isWanted: (advisory: Advisory) => boolean): Advisory[] {
  const found: Advisory[] = [];
  for (const advisory of advisories) {
    if (isWanted(advisory)) found.push(advisory);
    if (found.length === MOST_ENTRIES) break;
  }
  return found;
}
