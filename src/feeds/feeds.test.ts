import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '#domain/xml-text.ts';
import { escapeHtml } from '#markdown/escape.ts';
import { childOf, childrenOf, parseXml } from '../../tests/builders/parsed-xml.ts';
import { type Feed, type FeedEntry, feedUpdatedAt } from './feed.ts';
import { renderAtom } from './render-atom.ts';
import { renderJsonFeed } from './render-json-feed.ts';
import { renderRss } from './render-rss.ts';

const selfUrl = 'https://a.example/feeds/all.x?a=1&b=2';

function anEntry(overrides: Partial<FeedEntry> = {}): FeedEntry {
  return {
    id: 'tag:a.example,2018:JVN13199224/ja',
    url: 'https://a.example/jp/JVN13199224/',
    title: '題名',
    language: 'ja',
    summary: '概要です。',
    contentHtml: '<p>概要です。</p>',
    publishedAt: '2018-12-21T14:00:00+09:00',
    updatedAt: '2019-01-04T09:30:00+09:00',
    categories: [{ term: 'CVE-1900-0001', label: 'CVE-1900-0001' }],
    ...overrides,
  };
}

function aFeed(overrides: Partial<Feed> = {}): Feed {
  return {
    id: 'https://a.example/feeds/all.atom',
    title: 'すべて',
    description: '新着と更新',
    language: 'ja',
    homeUrl: 'https://a.example/advisories/',
    author: { name: '調整機関', email: 'contact@a.example' },
    entries: [anEntry()],
    ...overrides,
  };
}

interface JsonFeed {
  version: string;
  language: string;
  feed_url: string;
  authors: { name: string }[];
  title: string;
  items: Record<string, unknown>[];
}

const parseJsonFeed = (text: string) => JSON.parse(text) as JsonFeed;

describe('renderAtom', () => {
  it('writes what RFC 4287 demands of a feed', () => {
    const feed = parseXml(renderAtom(aFeed(), selfUrl));
    expect(feed.uri).toBe('http://www.w3.org/2005/Atom');
    expect(feed.attributes['xml:lang']).toBe('ja');
    expect(childOf(feed, 'id').text).toBe('https://a.example/feeds/all.atom');
    expect(childOf(feed, 'updated').text).toBe('2019-01-04T00:30:00.000Z');
    expect(childOf(childOf(feed, 'author'), 'name').text).toBe('調整機関');
    const links = childrenOf(feed, 'link').map(({ attributes }) => [attributes['rel'], attributes['href']]);
    expect(links).toEqual([
      ['alternate', 'https://a.example/advisories/'],
      ['self', selfUrl],
    ]);
  });

  it('writes what RFC 4287 demands of an entry, categories with their term', () => {
    const entry = childOf(parseXml(renderAtom(aFeed(), selfUrl)), 'entry');
    expect(childOf(entry, 'id').text).toBe('tag:a.example,2018:JVN13199224/ja');
    expect(childOf(entry, 'published').text).toBe('2018-12-21T05:00:00.000Z');
    expect(childOf(entry, 'updated').text).toBe('2019-01-04T00:30:00.000Z');
    expect(childOf(entry, 'category').attributes['term']).toBe('CVE-1900-0001');
  });

  it('names the language of every entry that is not in the feed’s own, and of no other', () => {
    const entries = [
      anEntry(),
      anEntry({ language: 'en', contentHtml: '<entry>\n<title type="html">' }),
      anEntry(),
    ];
    const languages = childrenOf(parseXml(renderAtom(aFeed({ entries }), selfUrl)), 'entry').map(
      ({ attributes }) => attributes['xml:lang'],
    );
    expect(languages).toEqual([undefined, 'en', undefined]);
  });
});

describe('renderRss', () => {
  it('writes a channel with its own address and a permanent guid for each item', () => {
    const channel = childOf(parseXml(renderRss(aFeed(), selfUrl)), 'channel');
    expect(childOf(channel, 'atom:link').attributes).toEqual({
      href: selfUrl,
      rel: 'self',
      type: 'application/rss+xml',
    });
    expect(childOf(channel, 'lastBuildDate').text).toBe('Fri, 04 Jan 2019 00:30:00 GMT');
    const item = childOf(channel, 'item');
    expect(childOf(item, 'guid')).toMatchObject({
      text: 'tag:a.example,2018:JVN13199224/ja',
      attributes: { isPermaLink: 'false' },
    });
    expect(childOf(item, 'pubDate').text).toBe('Fri, 21 Dec 2018 05:00:00 GMT');
    expect(childOf(item, 'atom:updated').text).toBe('2019-01-04T00:30:00.000Z');
    expect(childOf(item, 'dc:language')).toMatchObject({
      text: 'ja',
      uri: 'http://purl.org/dc/elements/1.1/',
    });
  });
});

describe('renderJsonFeed', () => {
  it('writes version 1.1 with languages and authors', () => {
    const feed = parseJsonFeed(renderJsonFeed(aFeed({ entries: [anEntry({ language: 'en' })] }), selfUrl));
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      language: 'ja',
      feed_url: selfUrl,
      authors: [{ name: '調整機関' }],
    });
    expect(feed).not.toHaveProperty('author');
    expect(feed.items[0]).toMatchObject({ language: 'en', date_modified: '2019-01-04T00:30:00.000Z' });
  });
});

describe('every syntax', () => {
  it('takes its date from the newest entry and, without entries, from no clock', () => {
    expect(feedUpdatedAt({ entries: [] }).toISOString()).toBe('1970-01-01T00:00:00.000Z');
    const empty = parseXml(renderAtom(aFeed({ entries: [] }), selfUrl));
    expect(childOf(empty, 'updated').text).toBe('1970-01-01T00:00:00.000Z');
  });

  it.each([']]>]]>', 'a ]]> b ]]> c ]]>', '&amp;&amp;lt;', '"<', '\u0000\u0001\ud800'])(
    'carries %j unharmed in every field',
    (text) => {
      const entry = anEntry({
        title: text,
        contentHtml: `${text}.`,
        categories: [{ term: `${text}.`, label: 'x' }],
      });
      const feed = aFeed({ title: `${text}.`, rights: `${text}.`, entries: [entry, entry] });
      expectAtomToHold(renderAtom(feed, selfUrl), text, text, text);
      expectRssToHold(renderRss(feed, selfUrl), text, text);
    },
  );

  it('carries any text unharmed and stays well-formed, whatever the text is', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (title, html, label) => {
        const entry = anEntry({
          title,
          summary: title,
          contentHtml: `${html}.`,
          categories: [{ term: `${label}.`, label: `${label}.` }],
        });
        const feed = aFeed({
          title: `${title}.`,
          description: label,
          rights: `${label}.`,
          entries: [entry, entry],
        });
        expectAtomToHold(renderAtom(feed, selfUrl), title, html, label);
        expectRssToHold(renderRss(feed, selfUrl), title, html);
        const json = parseJsonFeed(renderJsonFeed(feed, selfUrl));
        expect(json.items[1]).toMatchObject({ content_html: cleanText(`${html}.`) });
      }),
    );
  });
});

const hostileText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ...[
          ']]>',
          '<![CDATA[',
          '&',
          '&amp;',
          '&amp;amp;',
          '<',
          '"',
          "'",
          '</entry>',
          '<entry>',
          '\u0001',
          '\u0004en\u0004',
        ],
        ...[
          '\u0000',
          '\ufffe',
          '\ud800',
          '\udc00',
          '😀',
          '\u202e',
          'שלום',
          '脆弱性',
          '\r\n',
          '$1',
          '&#0;',
          '<!--',
          '?>',
        ],
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

function expectAtomToHold(xml: string, title: string, html: string, label: string) {
  const feed = parseXml(xml);
  const [, entry] = childrenOf(feed, 'entry');
  if (entry === undefined) throw new Error('The second entry is missing.');
  expect(childOf(feed, 'title').text).toBe(cleanText(`${title}.`));
  expect(childOf(feed, 'rights').text).toBe(cleanText(`${label}.`));
  expect(childOf(entry, 'title').text).toBe(escapeHtml(cleanText(title)));
  expect(childOf(entry, 'content').text).toBe(cleanText(`${html}.`));
  const oneLine = cleanText(`${label}.`).replace(/[\t\n]/gu, ' ');
  expect(childOf(entry, 'category').attributes['term']).toBe(oneLine);
}

function expectRssToHold(xml: string, title: string, html: string) {
  const channel = childOf(parseXml(xml), 'channel');
  const [, item] = childrenOf(channel, 'item');
  if (item === undefined) throw new Error('The second item is missing.');
  expect(childOf(channel, 'title').text).toBe(cleanText(`${title}.`));
  expect(childOf(item, 'content:encoded').text).toBe(cleanText(`${html}.`));
  expect(item.children.find(({ name }) => name === 'title')?.text ?? '').toBe(cleanText(title));
}
