import type { Advisory } from '#catalog/catalog.ts';
import { type Language, localize } from '#domain/language.ts';

const NEWER = 2;
const OLDER = 3;
const MOST = NEWER + OLDER;

/**
 * For each advisory, by slug, up to five others about one of its products: its neighbours in time, two newer and three
 * older ones of each product. Neighbours rather than the newest of all, so that one more advisory about a well-known
 * product changes two pages and not a thousand. Withdrawn advisories are nobody's neighbours.
 * @param advisories newest first
 */
export function buildRelated(
  advisories: readonly Advisory[],
  languages: readonly Language[],
): ReadonlyMap<string, readonly Advisory[]> {
  const order = new Map(advisories.map(({ slug }, index) => [slug, index]));
  const found = new Map<string, Set<Advisory>>();
  for (const sharing of groupByProduct(advisories, languages).values()) {
    if (sharing.length < 2) continue;
    for (const [index, advisory] of sharing.entries()) {
      const neighbours = found.get(advisory.slug) ?? new Set();
      found.set(advisory.slug, neighbours);
      for (const other of sharing.slice(Math.max(0, index - NEWER), index + OLDER + 1)) {
        if (other !== advisory) neighbours.add(other);
      }
    }
  }
  const place = ({ slug }: Advisory) => order.get(slug) ?? 0;
  return new Map(
    [...found].map(([slug, set]) => [slug, [...set].toSorted((a, b) => place(a) - place(b)).slice(0, MOST)]),
  );
}

function groupByProduct(advisories: readonly Advisory[], languages: readonly Language[]) {
  const groups = new Map<string, Advisory[]>();
  for (const advisory of advisories) {
    if (advisory.facts.state === 'withdrawn') continue;
    for (const key of new Set(advisory.facts.affected.map((product) => keyOf(product, languages)))) {
      const group = groups.get(key);
      if (group) group.push(advisory);
      else groups.set(key, [advisory]);
    }
  }
  return groups;
}

function keyOf(
  { vendor, product }: Advisory['facts']['affected'][number],
  languages: readonly Language[],
): string {
  const [first = 'ja'] = languages;
  return `${vendor}\n${localize(product, first, languages).text}`;
}
