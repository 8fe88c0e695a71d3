import type { Catalog } from '#catalog/catalog.ts';
import { languagesOf } from '#catalog/queries.ts';
import { firstLanguage, type Language } from '#domain/language.ts';
import {
  aboutAddress,
  advisoriesAddress,
  advisoryAddress,
  familyAddress,
  feedsAddress,
  homeAddress,
  notFoundAddress,
  searchAddress,
  unreachableAddress,
  vendorAddress,
  vendorsAddress,
} from './addresses.ts';
import { planBuildRecord } from './build-record.ts';
import { type ExportPlan, NO_EXPORTS, planExports } from './exports/plan-exports.ts';
import { planFeeds } from './feeds.ts';
import { advisoryBasis, listBasis, vendorBasis } from './page-basis.ts';
import type { Planned, PlannedPage } from './plan.ts';
import { planRedirects } from './redirects.ts';
import { buildSiteIndex, type SiteIndex } from './site-index.ts';
import { planSitemaps } from './sitemap.ts';
import { planChartFiles, planStatisticsPages } from './statistics/plan-statistics-pages.ts';
import { planVersionTables } from './version-tables.ts';
import { aboutView } from './views/about-view.ts';
import { advisoryView } from './views/advisory-view.ts';
import { feedsView } from './views/feeds-view.ts';
import { homeView } from './views/home-view.ts';
import { indexView, type IndexChoice } from './views/index-view.ts';
import { notFoundView } from './views/not-found-view.ts';
import { searchView } from './views/search-view.ts';
import { unreachableView } from './views/unreachable-view.ts';
import { vendorsView } from './views/vendors-view.ts';
import { vendorView } from './views/vendor-view.ts';
import { planYearCsv } from './year-csv.ts';

/** Choices of whoever builds, beside the content. */
export interface PlanOptions {
  /** True in the preview for authors: advisories under embargo get their page, marked and linked from nowhere. */
  drafts?: boolean;
  /** False leaves out the machine-readable files; measurements do. */
  formats?: boolean;
  /** The commit of the content, for the build record. */
  commit?: string;
}

/**
 * Everything that the public site consists of. Cheap by itself: views and files are computed when they are asked for.
 *
 * Which pages exist in which language:
 * - Home, lists, vendors, search and feeds exist in every language and show an untranslated advisory in its own.
 * - The page of an advisory or a policy exists in the languages in which it was written.
 * - A year has a page where something was published in it; a family always has its page, so that menus never break.
 * - A vendor has a page when a public advisory names it.
 *
 * @throws when two parts of the plan claim one address: a programmer error, or content that was not checked
 */
export function planSite(catalog: Catalog, options: PlanOptions = {}): Planned[] {
  const index = buildSiteIndex(catalog);
  const { languages } = catalog.site;
  const exports = options.formats === false ? NO_EXPORTS : planExports(index);
  const pages = [
    ...languages.flatMap((language) => planLanguage(index, language, exports)),
    planNotFound(index),
  ];
  const drafts = options.drafts === true ? planDrafts(index) : [];
  const files = [
    ...languages.flatMap((language) => planFeeds(index, language)),
    ...languages.flatMap((language) => planVersionTables(index, language)),
    ...languages.flatMap((language) => planYearCsv(index, language)),
    ...languages.flatMap((language) => planChartFiles(index, language)),
    ...exports.formats,
    ...exports.across,
    ...planSitemaps(index),
    ...planRedirects(catalog),
    planBuildRecord(catalog, options.commit),
  ];
  return assertDistinct([...pages, ...drafts, ...files]);
}

function planLanguage(index: SiteIndex, language: Language, exports: ExportPlan): PlannedPage[] {
  const { site } = index.catalog;
  const page = (address: string, view: PlannedPage['view'], basis?: PlannedPage['basis']) =>
    toPage(language, address, view, basis);
  return [
    page(homeAddress(site, language), () => homeView(index, language, exports)),
    ...planIndexes(index, language, exports),
    ...planAdvisories(index, language, exports),
    page(vendorsAddress(site, language), () => vendorsView(index, language)),
    ...index.vendors.map((vendor) =>
      page(
        vendorAddress(site, language, vendor.slug),
        () => vendorView(index, language, vendor),
        () => vendorBasis(index, language, vendor),
      ),
    ),
    page(searchAddress(site, language), () => searchView(index, language)),
    page(feedsAddress(site, language), () => feedsView(index, language, exports)),
    ...planStatisticsPages(index, language, exports),
    page(unreachableAddress(site, language), () => unreachableView(index, language)),
    ...index.catalog.pages
      .filter((about) => about.language === language)
      .map((about) => page(aboutAddress(site, language, about.slug), () => aboutView(index, about))),
  ];
}

function planIndexes(index: SiteIndex, language: Language, exports: ExportPlan): PlannedPage[] {
  const { site } = index.catalog;
  const page = (address: string, choice: IndexChoice) =>
    toPage(
      language,
      address,
      () => indexView(index, language, choice, exports),
      () => listBasis(index, language, choice, exports),
    );
  return [
    page(advisoriesAddress(site, language), {}),
    ...index.all.years.map(([year]) => page(advisoriesAddress(site, language, year), { year })),
    ...site.families.flatMap((family) => [
      page(familyAddress(site, language, family.path), { family }),
      ...(index.families.get(family.path)?.years ?? []).map(([year]) =>
        page(familyAddress(site, language, family.path, year), { family, year }),
      ),
    ]),
  ];
}

function planAdvisories(index: SiteIndex, language: Language, exports: ExportPlan): PlannedPage[] {
  const { advisories, site } = index.catalog;
  return advisories
    .filter(({ texts }) => texts[language] !== undefined)
    .map((advisory) =>
      toPage(
        language,
        advisoryAddress(site, language, advisory),
        () => advisoryView(index, language, advisory, exports),
        () => advisoryBasis(index, language, advisory, exports),
      ),
    );
}

function planDrafts(index: SiteIndex): PlannedPage[] {
  return index.catalog.embargoed.flatMap((advisory) =>
    languagesOf(index.catalog, advisory).map((language) =>
      toPage(language, advisoryAddress(index.catalog.site, language, advisory), () =>
        advisoryView(index, language, advisory),
      ),
    ),
  );
}

function planNotFound(index: SiteIndex): PlannedPage {
  return toPage(firstLanguage(index.catalog.site), notFoundAddress(), () => notFoundView(index));
}

function toPage(
  language: Language,
  address: string,
  view: PlannedPage['view'],
  basis?: PlannedPage['basis'],
): PlannedPage {
  return { kind: 'page', address, language, view, ...(basis && { basis }) };
}

/** Two addresses are the same when they are served from the same file; hosts that fold case would mix up others. */
function assertDistinct(plan: Planned[]): Planned[] {
  const taken = new Map<string, Planned>();
  for (const planned of plan) {
    const key = planned.address.replace(/\/$/u, '/index.html').toLowerCase();
    const other = taken.get(key);
    if (other) throw new Error(`Both ${nameOf(other)} and ${nameOf(planned)} claim the same address.`);
    taken.set(key, planned);
  }
  return plan;
}

function nameOf(planned: Planned): string {
  return planned.kind === 'page'
    ? `the page ${planned.address} (${planned.language})`
    : `the file ${planned.address} (${planned.type})`;
}
