import type { Advisory } from '#catalog/catalog.ts';
import { type Language, localize } from '#domain/language.ts';
import { findPage, toPageLink } from '../about-chapter.ts';
import { advisoriesAddress, feedsAddress, homeAddress, vendorsAddress } from '../addresses.ts';
import { type ExportPlan, NO_EXPORTS } from '../exports/plan-exports.ts';
import { toJvnrssLinks } from '../feed-links.ts';
import { toRevisionViews } from '../revisions.ts';
import { groupRows, toRow } from '../rows.ts';
import type { SiteIndex } from '../site-index.ts';
import type { HomeView } from '../view.ts';
import { toYearLinks } from '../years.ts';
import { buildHead, siteTitle } from './head.ts';

const NEWEST = 15;
const UPDATED = 10;
/** The slug of the page for people who develop products. */
const DEVELOPERS_PAGE = 'for-vendors';

/** The home page. What is urgent stands in the frame, because every other page points to it too. */
export function homeView(index: SiteIndex, language: Language, exports: ExportPlan = NO_EXPORTS): HomeView {
  const { catalog } = index;
  const { site } = catalog;
  const developers = findPage(catalog.pages, language, DEVELOPERS_PAGE);
  const published = catalog.advisories.filter(({ facts }) => facts.state === 'published').slice(0, NEWEST);
  return {
    kind: 'home',
    head: buildHead(site, language, {
      title: siteTitle(site, language),
      description: localize(site.description, language, site.languages).text,
      addressIn: (other) => homeAddress(site, other),
      feeds: toJvnrssLinks(catalog, language, exports),
    }),
    newest: groupRows(
      published.map((advisory) => toRow(index, language, advisory)),
      'day',
    ),
    updated: index.updated.slice(0, UPDATED).map((advisory) => toUpdate(index, language, advisory)),
    years: toYearLinks(index.all, (year) => advisoriesAddress(site, language, year)),
    total: catalog.advisories.length,
    advisoriesAddress: advisoriesAddress(site, language),
    feedsAddress: feedsAddress(site, language),
    vendorsAddress: vendorsAddress(site, language),
    ...(developers && { developersAddress: toPageLink(site, developers).address }),
  };
}

function toUpdate(index: SiteIndex, language: Language, advisory: Advisory): HomeView['updated'][number] {
  const { site } = index.catalog;
  const { facts, updatedAt } = advisory;
  const row = toRow(index, language, advisory);
  if (facts.withdrawal) {
    const summary = localize(facts.withdrawal.reason, language, site.languages);
    return { row, at: updatedAt, summary, changes: [] };
  }
  const [newest] = toRevisionViews(index.catalog, advisory, language);
  if (newest === undefined) throw new Error(`${advisory.id} counts as updated but has no revision.`);
  return { row, at: updatedAt, summary: newest.summary, changes: newest.changes };
}
