import type { Advisory } from '#catalog/catalog.ts';
import { textIn } from '#catalog/queries.ts';
import { firstLanguage, type Language, localize } from '#domain/language.ts';
import type { Site } from '#domain/site.ts';
import type { Calendar, CalendarEvent } from '#feeds/calendar.ts';
import { renderCalendar } from '#feeds/render-calendar.ts';
import { wordsOf } from '#i18n/words.ts';
import { advisoryAddress, calendarAddress, feedsAddress, formatUrl } from './addresses.ts';
import { titleFor } from './feed-entry.ts';
import type { PlannedFile } from './plan.ts';
import { urgentOn } from './recent-urgent.ts';
import type { SiteIndex } from './site-index.ts';
import { summaryOf } from './summary.ts';
import { siteTitle } from './views/head.ts';

/** The most advisories of which the calendar tells. */
const MOST = 500;

/** Whether there is anything to tell: a calendar without events is none. */
export function hasCalendar({ all, catalog: { site } }: SiteIndex): boolean {
  return all.latest.length > 0 || site.events.length > 0;
}

/**
 * The calendar of a language: what was published in the last twelve months, when something became urgent later, and the
 * events that `site.yaml` announces. Dates of publications to come are never in it: they are under embargo.
 */
export function planCalendar(index: SiteIndex, language: Language): PlannedFile[] {
  if (!hasCalendar(index)) return [];
  const { site } = index.catalog;
  return [
    {
      kind: 'file',
      address: calendarAddress(site, language),
      type: 'text/calendar',
      render: () => renderCalendar(buildCalendar(index, language)),
      basis: () =>
        JSON.stringify([
          site,
          language,
          chosen(index).map(({ digest, updatedAt }) => `${digest} ${updatedAt}`),
        ]),
    },
  ];
}

function chosen({ all }: SiteIndex): readonly Advisory[] {
  return all.latest.slice(0, MOST);
}

function buildCalendar(index: SiteIndex, language: Language): Calendar {
  const { site } = index.catalog;
  const { feeds } = wordsOf(language).site;
  const [first, ...others] = [
    ...site.events.map((event, place) =>
      toSiteEvent(index, language, event, ordinalOnItsDay(site.events, place)),
    ),
    ...chosen(index).flatMap((advisory) => toEvents(index, language, advisory)),
  ];
  if (first === undefined) throw new Error('A calendar without events was asked for.');
  return {
    name: feeds.title(siteTitle(site, language), feeds.calendar),
    description: feeds.descriptions.calendar,
    language,
    url: formatUrl(site, feedsAddress(site, language)),
    events: [first, ...others],
  };
}

function toEvents(index: SiteIndex, language: Language, advisory: Advisory): CalendarEvent[] {
  const { catalog } = index;
  const { site } = catalog;
  const text = textIn(catalog, advisory, language);
  const publication: CalendarEvent = {
    uid: formatUid(index, `${advisory.slug}-${text.language}`),
    on: advisory.publishedOn,
    changedAt: advisory.updatedAt,
    sequence: (advisory.texts[firstLanguage(site)]?.revision ?? 1) - 1 + (advisory.facts.withdrawal ? 1 : 0),
    title: titleFor(advisory, text),
    language: text.language,
    description: summaryOf(text),
    url: formatUrl(site, advisoryAddress(site, text.language, advisory)),
    categories: categoriesOf(index, text.language, advisory),
  };
  const calledOn = urgentOn(catalog, advisory);
  const isUrgentLater =
    advisory.facts.urgent !== false &&
    advisory.facts.state === 'published' &&
    calledOn > advisory.publishedOn;
  if (!isUrgentLater) return [publication];
  const uid = formatUid(index, `${advisory.slug}-urgent-${text.language}`);
  return [publication, { ...publication, uid, on: calledOn }];
}

function categoriesOf(index: SiteIndex, language: Language, advisory: Advisory): string[] {
  const { site, pages, lists } = wordsOf(language);
  const { family, facts } = advisory;
  const { worst } = index.assess(advisory);
  return [
    localize(family.name, language, index.catalog.site.languages).text,
    ...(worst ? [pages.advisory.severities[worst.severity]] : []),
    ...(facts.urgent !== false && facts.state === 'published' ? [lists.list.urgent] : []),
    ...(family.alert === true ? [site.feeds.alerts] : []),
  ];
}

function toSiteEvent(
  index: SiteIndex,
  language: Language,
  event: Site['events'][number],
  ordinal: number,
): CalendarEvent {
  const { site } = index.catalog;
  const title = localize(event.title, language, site.languages);
  return {
    uid: formatUid(index, `site-${event.on}-${ordinal}-${language}`),
    on: event.on,
    ...(event.until !== undefined && { until: event.until }),
    // Nobody writes down when it was announced; the clock would change the file from build to build.
    changedAt: '1970-01-01T00:00:00Z',
    sequence: 0,
    title: title.text,
    language: title.language,
    categories: [wordsOf(language).site.feeds.siteEvent],
  };
}

/** Which of the events of its day it is, from 1: so events of other days may come and go without renaming it. */
function ordinalOnItsDay(events: Site['events'], place: number): number {
  const { on } = events[place] ?? {};
  return events.slice(0, place + 1).filter((event) => event.on === on).length;
}

/** From the publisher's own host, as ids of feeds: the same wherever the site is served from. */
function formatUid({ catalog }: SiteIndex, name: string): string {
  return `${name}@${new URL(catalog.site.publisher.namespace).hostname}`;
}
