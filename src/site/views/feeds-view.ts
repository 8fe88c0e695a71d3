import type { Advisory } from '#catalog/catalog.ts';
import { byLastChange } from '#catalog/queries.ts';
import { type Language, localize } from '#domain/language.ts';
import { wordsOf } from '#i18n/words.ts';
import { findPage, toPageLink } from '../about-chapter.ts';
import { FEED_SYNTAXES, feedsAddress } from '../addresses.ts';
import { type ExportPlan, NO_EXPORTS } from '../exports/plan-exports.ts';
import {
  toCalendarLinks,
  toJvnrssLinks,
  toProductFeedLink,
  toSiteFeedLink,
  toVendorFeedLink,
  toYearFeedLink,
} from '../feed-links.ts';
import { selectionsOf } from '../feed-selections.ts';
import { listProductFeeds } from '../product-feeds.ts';
import { LONG_LIST, toRow } from '../rows.ts';
import type { SiteIndex } from '../site-index.ts';
import { presentNames } from '../vendor-index.ts';
import { otherSpellings, vendorName } from '../vendor-name.ts';
import type { FeedsView } from '../view.ts';
import { toArchiveViews, toFileViews } from './file-views.ts';
import { toOfferedFormats } from './format-views.ts';
import { buildHead } from './head.ts';

/** How many entries of the main feed the page shows. */
const LATEST = 3;
/** The slug of the page on how to have the feeds sent on by mail or to a chat. */
const NOTICES_PAGE = 'notifications';

/** Every feed of one language. */
export function feedsView(index: SiteIndex, language: Language, exports: ExportPlan = NO_EXPORTS): FeedsView {
  const { site } = index.catalog;
  const { titles, descriptions, feeds } = wordsOf(language).site;
  const jvnrss = toJvnrssLinks(index.catalog, language, exports);
  const calendar = toCalendarLinks(index, language);
  const selections = selectionsOf(site);
  const notices = findPage(index.catalog.pages, language, NOTICES_PAGE);
  return {
    kind: 'feeds',
    head: buildHead(site, language, {
      title: titles.feeds,
      description: descriptions.feeds,
      addressIn: (other) => feedsAddress(site, other),
      feeds: [
        ...selections.map((selection) => toSiteFeedLink(index.catalog, language, selection, 'atom')),
        ...jvnrss,
        ...calendar,
      ],
      trail: [{ label: titles.feeds, address: feedsAddress(site, language) }],
    }),
    site: [
      ...selections.map((selection) => ({
        id: selection,
        label: feeds[selection],
        feeds: FEED_SYNTAXES.map((syntax) => toSiteFeedLink(index.catalog, language, selection, syntax)),
      })),
      ...jvnrss.map((feed) => ({ id: 'jvnrss' as const, label: feed.title, feeds: [feed] })),
      ...calendar.map((feed) => ({
        id: 'calendar' as const,
        label: feed.title,
        feeds: [feed],
      })),
    ],
    ...(notices && { notices: toPageLink(site, notices) }),
    formats: toOfferedFormats(index, exports),
    total: index.catalog.advisories.length,
    files: toFileViews(exports),
    archives: toArchiveViews(index, exports),
    groups: [yearFeeds(index, language), vendorFeeds(index, language), productFeeds(index, language)]
      .filter(({ rows }) => rows.length > 0)
      .map((group) => ({ ...group, filterable: group.rows.length > LONG_LIST })),
    latest: newestChanged(index).map((advisory) => ({
      row: toRow(index, language, advisory),
      at: advisory.updatedAt,
    })),
  };
}

type Group = Omit<FeedsView['groups'][number], 'filterable'>;

function yearFeeds({ catalog, all }: SiteIndex, language: Language): Group {
  const { trail } = wordsOf(language).site;
  return {
    id: 'years',
    rows: all.years.map(([year]) => ({
      label: trail.year(year),
      feeds: [toYearFeedLink(catalog, language, year)],
    })),
  };
}

function vendorFeeds(index: SiteIndex, language: Language): Group {
  const { catalog } = index;
  return {
    id: 'vendors',
    rows: presentNames(index, language).map(({ vendor: { slug, facts } }) => ({
      label: vendorName(catalog, slug, language).text,
      feeds: [toVendorFeedLink(catalog, language, slug)],
      found: otherSpellings(facts).join(' '),
    })),
  };
}

function productFeeds(index: SiteIndex, language: Language): Group {
  const { catalog } = index;
  return {
    id: 'products',
    rows: listProductFeeds(index).map((feed) => ({
      label: localize(feed.product, language, catalog.site.languages).text,
      feeds: [toProductFeedLink(catalog, language, feed)],
      found: vendorName(catalog, feed.vendor, language).text,
    })),
  };
}

/** The entries with which the feed of everything begins: what was published or changed last. */
function newestChanged({ catalog }: SiteIndex): Advisory[] {
  return byLastChange(catalog.advisories).slice(0, LATEST);
}
