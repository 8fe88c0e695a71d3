import { Feed as PackageFeed } from 'feed';
import { escapeHtml } from '#markdown/escape.ts';
import { type Feed, type FeedEntry, feedUpdatedAt } from './feed.ts';
import { guardAttribute, guardCdata, guardText, markLanguage, settleXml } from './xml-guard.ts';

/**
 * The feed as Atom 1.0 (RFC 4287), with `xml:lang` on the feed and on every entry in another language.
 * @param selfUrl where this very file stands
 */
export function renderAtom(feed: Feed, selfUrl: string): string {
  const { author } = feed;
  const writer = new PackageFeed({
    id: guardText(feed.id),
    title: guardText(feed.title),
    description: guardText(feed.description),
    link: feed.homeUrl,
    feedLinks: { atom: selfUrl },
    updated: feedUpdatedAt(feed),
    generator: 'Kairan',
    author: {
      name: guardText(author.name),
      ...(author.email !== undefined && { email: guardText(author.email) }),
      ...(author.url !== undefined && { link: author.url }),
    },
    ...(feed.rights !== undefined && { copyright: guardText(feed.rights) }),
  });
  for (const entry of feed.entries) writer.addItem(toItem(entry, feed));
  return settleXml(writer.atom1()).replace('<feed ', `<feed xml:lang="${feed.language}" `);
}

function toItem(entry: FeedEntry, feed: Feed) {
  const mark = entry.language === feed.language ? '' : markLanguage(entry.language);
  return {
    id: entry.id,
    link: entry.url,
    // The package writes every text of an entry as HTML in CDATA.
    title: mark + guardCdata(escapeHtml(entry.title)),
    description: guardCdata(escapeHtml(entry.summary)),
    content: guardCdata(entry.contentHtml),
    published: new Date(entry.publishedAt),
    date: new Date(entry.updatedAt),
    category: entry.categories.map(({ term, label }) => ({
      term: guardAttribute(term),
      name: guardAttribute(label),
    })),
  };
}
