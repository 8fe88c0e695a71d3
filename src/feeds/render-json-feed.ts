import { Feed as PackageFeed } from 'feed';
import { cleanText } from '#domain/xml-text.ts';
import type { Feed, FeedEntry } from './feed.ts';

/** What the package writes: JSON Feed 1.0. Only the members that this file touches are named. */
interface WrittenFeed extends Record<string, unknown> {
  items: Record<string, unknown>[];
}

/**
 * The feed as JSON Feed 1.1. The package writes version 1.0, which knows neither languages nor several authors,
 * so those members are set here.
 * @param selfUrl where this very file stands
 */
export function renderJsonFeed(feed: Feed, selfUrl: string): string {
  const writer = new PackageFeed({
    title: cleanText(feed.title),
    description: cleanText(feed.description),
    link: feed.homeUrl,
    feedLinks: { json: selfUrl },
  });
  for (const entry of feed.entries) writer.addItem(toItem(entry));
  const { items, ...top } = JSON.parse(writer.json1()) as WrittenFeed;
  const { author } = feed;
  const authors = [{ name: cleanText(author.name), ...(author.url !== undefined && { url: author.url }) }];
  const version = 'https://jsonfeed.org/version/1.1';
  const spoken = items.map((item, index) => ({ ...item, language: feed.entries[index]?.language }));
  return `${JSON.stringify({ ...top, version, language: feed.language, authors, items: spoken }, null, 2)}\n`;
}

function toItem(entry: FeedEntry) {
  return {
    id: entry.id,
    link: entry.url,
    title: cleanText(entry.title),
    description: cleanText(entry.summary),
    content: cleanText(entry.contentHtml),
    published: new Date(entry.publishedAt),
    date: new Date(entry.updatedAt),
    category: entry.categories.map(({ label }) => ({ name: cleanText(label) })),
  };
}
