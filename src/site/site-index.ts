import type { Advisory, Catalog, Vendor } from '#catalog/catalog.ts';
import { byYear, updated } from '#catalog/queries.ts';
import type { Cvss } from '#domain/cvss.ts';
import { type Day, dayIn, monthsBack } from '#domain/dates.ts';
import { buildRelated } from './related.ts';
import { commonBasis } from './page-basis.ts';
import { once } from '#domain/once.ts';
import { type Assessment, assessAdvisory, buildCvssReader } from './assessment.ts';

/** The advisories of one list: all, or one family. */
export interface Shelf {
  /** Newest first. */
  advisories: readonly Advisory[];
  /** Published in the latest twelve months, newest first. */
  latest: readonly Advisory[];
  /** Years in which something was published, newest first. */
  years: readonly (readonly [year: number, advisories: readonly Advisory[]])[];
}

/** A catalog with everything that many pages need, computed once so that each page is a look-up. */
export interface SiteIndex {
  catalog: Catalog;
  all: Shelf;
  /** By the family's path. */
  families: ReadonlyMap<string, Shelf>;
  /** Advisories changed after their publication, latest change first. */
  updated: readonly Advisory[];
  /** Advisories published after judgement that still stand, newest first. */
  judged: readonly Advisory[];
  /** Vendors that public advisories name, in the order of their reading. */
  vendors: readonly Vendor[];
  /** The place of every vendor in the order of reading, by slug. */
  vendorPlaces: ReadonlyMap<string, number>;
  /** Others about the same products, by slug. */
  related: ReadonlyMap<string, readonly Advisory[]>;
  /** Identifiers that are not public yet. */
  embargoed: ReadonlySet<string>;
  assess: (advisory: Advisory) => Assessment;
  /** What most pages depend on, see `page-basis.ts`. */
  basis: () => string;
}

export function buildSiteIndex(catalog: Catalog): SiteIndex {
  const { advisories, site } = catalog;
  const from = firstDayOfLatest(dayIn(catalog.now, site.timezone));
  const perFamily = Map.groupBy(advisories, ({ family }) => family.path);
  return {
    catalog,
    all: buildShelf(advisories, from),
    families: new Map(site.families.map(({ path }) => [path, buildShelf(perFamily.get(path) ?? [], from)])),
    updated: updated(catalog),
    judged: advisories.filter(({ facts }) => facts.judgement !== undefined && facts.state === 'published'),
    vendors: catalog.vendors.filter(({ slug }) => catalog.advisoriesByVendor.has(slug)),
    vendorPlaces: new Map(catalog.vendors.map(({ slug }, place) => [slug, place])),
    related: buildRelated(advisories, site.languages),
    embargoed: new Set(catalog.embargoed.map(({ id }) => id)),
    assess: buildAssessor(buildCvssReader()),
    basis: once(() => commonBasis(catalog)),
  };
}

function buildShelf(advisories: readonly Advisory[], from: Day): Shelf {
  const latest = advisories.filter(({ publishedOn }) => publishedOn >= from);
  return { advisories, latest, years: byYear(advisories) };
}

/**
 * The first day of the latest twelve months: this month and the eleven before it, in whole months, so that a list
 * built tomorrow has the same bytes unless a new month has begun.
 */
function firstDayOfLatest(today: Day): Day {
  return monthsBack(`${today.slice(0, 'YYYY-MM'.length)}-01`, 11);
}

function buildAssessor(readCvss: (vector: string) => Cvss): (advisory: Advisory) => Assessment {
  const known = new Map<string, Assessment>();
  return (advisory) => {
    const seen = known.get(advisory.slug);
    if (seen !== undefined) return seen;
    const assessment = assessAdvisory(advisory, readCvss);
    known.set(advisory.slug, assessment);
    return assessment;
  };
}
