import type { Language } from '#domain/language.ts';
import { wordsOf } from '#i18n/words.ts';
import { FEED_SELECTIONS, FEED_SYNTAXES, feedsAddress } from '../addresses.ts';
import { toSiteFeedLink, toVendorFeedLink, toYearFeedLink } from '../feed-links.ts';
import type { SiteIndex } from '../site-index.ts';
import { vendorName } from '../vendor-name.ts';
import type { FeedsView } from '../view.ts';
import { buildHead } from './head.ts';
import { readVendors } from './vendors-view.ts';

/** Every feed of one language. */
export function feedsView(index: SiteIndex, language: Language): FeedsView {
  const { catalog } = index;
  const { site } = catalog;
  const { titles, descriptions, feeds, trail } = wordsOf(language).site;
  return {
    kind: 'feeds',
    head: buildHead(site, language, {
      title: titles.feeds,
      description: descriptions.feeds,
      addressIn: (other) => feedsAddress(site, other),
      trail: [{ label: titles.feeds, address: feedsAddress(site, language) }],
    }),
    groups: [
      ...FEED_SELECTIONS.map((selection) => ({
        id: selection,
        rows: [
          {
            label: feeds[selection],
            feeds: FEED_SYNTAXES.map((syntax) => toSiteFeedLink(catalog, language, selection, syntax)),
          },
        ],
      })),
      {
        id: 'years',
        rows: index.all.years.map(([year]) => ({
          label: trail.year(year),
          feeds: [toYearFeedLink(catalog, language, year)],
        })),
      },
      {
        id: 'vendors',
        rows: readVendors(index, language).map(({ vendor: { slug } }) => ({
          label: vendorName(catalog, slug, language).text,
          feeds: [toVendorFeedLink(catalog, language, slug)],
        })),
      },
    ],
  };
}
