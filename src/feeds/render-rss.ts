import { Feed as PackageFeed } from 'feed';
import { type Feed, type FeedEntry, feedUpdatedAt } from './feed.ts';
import { guardCdata, guardText, settleXml } from './xml-guard.ts';

/**
 * The feed as RSS 2.0 (RSS Advisory Board, 2.0.11). Items also carry `dc:language`, because RSS itself knows only the
 * channel's language, and `atom:updated`, because `pubDate` stays the day of publication when an update appears.
 * @param selfUrl where this very file stands
 */
export function renderRss(feed: Feed, selfUrl: string): string {
  const writer = new PackageFeed({
    title: guardText(feed.title),
    description: guardText(feed.description),
    link: feed.homeUrl,
    feedLinks: { rss: selfUrl },
    language: feed.language,
    updated: feedUpdatedAt(feed),
    docs: 'https://www.rssboard.org/rss-specification',
    generator: 'Kairan',
    ...(feed.rights !== undefined && { copyright: guardText(feed.rights) }),
  });
  for (const entry of feed.entries) writer.addItem(toItem(entry));
  return settleXml(writer.rss2());
}

function toItem(entry: FeedEntry) {
  const updatedAt = new Date(entry.updatedAt);
  return {
    guid: guardText(entry.id),
    link: entry.url,
    title: guardCdata(entry.title),
    description: guardCdata(entry.summary),
    content: guardCdata(entry.contentHtml),
    published: new Date(entry.publishedAt),
    date: updatedAt,
    category: entry.categories.map(({ label }) => ({ name: guardText(label) })),
    extensions: [
      { name: 'dc:language', objects: { _text: entry.language } },
      { name: 'atom:updated', objects: { _text: updatedAt.toISOString() } },
    ],
  };
}
