import type { AboutPage, Advisory, Catalog } from '#catalog/catalog.ts';
import { textIn } from '#catalog/queries.ts';
import { type Language, localize } from '#domain/language.ts';
import { wordsOf } from '#i18n/words.ts';
import { findPage, pagesAbove, toPageLink } from './about-chapter.ts';
import {
  aboutAddress,
  advisoriesAddress,
  advisoryAddress,
  buildRecordAddress,
  FEED_SYNTAXES,
  feedsAddress,
  homeAddress,
  searchAddress,
  statisticsAddress,
  unreachableAddress,
  vendorsAddress,
} from './addresses.ts';
import { toSiteFeedLink } from './feed-links.ts';
import { recentUrgent, urgentOn } from './recent-urgent.ts';
import type { Frame, Link } from './view.ts';

/** The page that says how to report a vulnerability in confidence; every page leads to it where the content has it. */
const REPORT_PAGE = 'report';

/**
 * What stands on every page of one language. It is part of every page's fingerprint, so nothing here may change with a
 * single advisory unless it is urgent: then readers of every page must know.
 */
export function buildFrame(catalog: Catalog, language: Language): Frame {
  const { site } = catalog;
  const say = (text: Parameters<typeof localize>[0]) => localize(text, language, site.languages);
  const report = findPage(catalog.pages, language, REPORT_PAGE);
  const about = catalog.pages.filter((page) => page.language === language);
  return {
    url: site.url.replace(/\/+$/u, ''),
    language,
    languages: site.languages,
    timezone: site.timezone,
    title: say(site.title).text,
    description: say(site.description).text,
    ...(site.notice !== undefined && { notice: say(site.notice) }),
    publisher: { name: say(site.publisher.name).text, contact: site.publisher.contact },
    ...(site.licence && {
      licence: {
        name: say(site.licence.name).text,
        ...(site.licence.url !== undefined && { url: site.licence.url }),
      },
    }),
    ...(site.repository !== undefined && { repository: site.repository }),
    idPrefix: site.families[0]?.prefix ?? '',
    homeAddress: homeAddress(site, language),
    searchAddress: searchAddress(site, language),
    menu: buildMenu(catalog, language, about),
    about: about.filter((page) => pagesAbove(about, page).length < 2).map((page) => toPageLink(site, page)),
    feeds: [
      ...FEED_SYNTAXES.map((syntax) => toSiteFeedLink(catalog, language, 'all', syntax)),
      toSiteFeedLink(catalog, language, 'urgent', 'atom'),
    ],
    ...(report && { reportAddress: toPageLink(site, report).address }),
    urgent: recentUrgent(catalog).map((advisory) => toUrgent(catalog, language, advisory)),
    unreachable: {
      label: wordsOf(language).unreachable.title,
      address: unreachableAddress(site, language),
    },
    buildRecordAddress: buildRecordAddress(),
  };
}

function toUrgent(catalog: Catalog, language: Language, advisory: Advisory): Frame['urgent'][number] {
  const { title, language: spoken } = textIn(catalog, advisory, language);
  return {
    id: advisory.id,
    title: { text: title, language: spoken },
    address: advisoryAddress(catalog.site, language, advisory),
    on: urgentOn(catalog, advisory),
  };
}

/** “About” leads to the first of the policy pages and is left out where there are none. */
function buildMenu({ site }: Catalog, language: Language, about: readonly AboutPage[]): Link[] {
  const { menu } = wordsOf(language).site;
  const [firstPage] = about;
  return [
    { label: menu.advisories, address: advisoriesAddress(site, language) },
    { label: menu.vendors, address: vendorsAddress(site, language) },
    { label: menu.search, address: searchAddress(site, language) },
    { label: menu.feeds, address: feedsAddress(site, language) },
    { label: menu.statistics, address: statisticsAddress(site, language) },
    ...(firstPage ? [{ label: menu.about, address: aboutAddress(site, language, firstPage.slug) }] : []),
  ];
}
