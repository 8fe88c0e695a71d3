import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { childOf, childrenOf, parseXml } from '../builders/parsed-xml.ts';
import { attributes, listFiles, readPages, readRecords } from './built-site.ts';

/** An entry of a feed, whatever its syntax. */
interface Entry {
  id: string;
  link: string;
  published: string;
  updated: string;
  content: string;
}

interface JsonFeed {
  version: string;
  feed_url: string;
  items: { id: string; url: string; date_published: string; date_modified: string; content_html: string }[];
}

describe.each(['fictionalSite', 'sampleSite'] as const)('the feeds of the %s', (site) => {
  const folder = inject(site);
  const files = listFiles(folder);
  const feeds = files.filter((file) => /\.(?:atom|rss)$|(?:^|\/)feeds\/\w+\.json$/.test(file));
  const entriesOf = (file: string) => readEntries(file, readFileSync(path.join(folder, file), 'utf8'));

  it('stand where the site offers them', () => {
    const offered = readPages(folder).flatMap(({ document }) =>
      attributes(document, 'link[rel="alternate"][type]:not([hreflang])', 'href'),
    );
    const paths = [...new Set(offered)].map((href) =>
      new URL(href, 'https://site.invalid').pathname.slice(1),
    );
    expect(paths.filter((target) => feeds.includes(target)).length).toBeGreaterThan(10);
    expect(paths.filter((target) => !files.includes(target))).toEqual([]);
  });

  it('name their entries by unique IRIs, the same one in every feed of a language', () => {
    for (const file of feeds) {
      const ids = entriesOf(file).map(({ id }) => id);
      expect([file, new Set(ids).size]).toEqual([file, ids.length]);
      expect(ids.filter((id) => !/^(?:tag|urn|https):\S+$/.test(id))).toEqual([]);
    }
    const inAtom = entriesOf('feeds/all.atom').map(({ id, link }) => `${id} ${link}`);
    const inRss = entriesOf('feeds/all.rss').map(({ id, link }) => `${id} ${link}`);
    const inJson = entriesOf('feeds/all.json').map(({ id, link }) => `${id} ${link}`);
    expect([inRss, inJson]).toEqual([inAtom, inAtom]);
  });

  it('lead to pages of the site and carry real moments', () => {
    for (const file of feeds) {
      for (const { link, updated } of entriesOf(file)) {
        expect(files).toContain(`${new URL(link).pathname.slice(1)}index.html`);
        expect([file, Number.isNaN(Date.parse(updated))]).toEqual([file, false]);
      }
    }
  });

  it('tell the same dates as the advisories to which they lead', () => {
    const byUrl = new Map(
      readRecords(folder).flatMap((record) =>
        Object.values(record.urls).map((url) => [url, record] as const),
      ),
    );
    for (const file of feeds) {
      for (const { id, link, published, updated } of entriesOf(file)) {
        const record = byUrl.get(link);
        expect([file, id]).toEqual([file, expect.stringContaining(`:${record?.slug ?? ''}/`)]);
        const moments = [published, updated].map((moment) => Date.parse(moment));
        expect(moments).toEqual([record?.publishedAt, record?.updatedAt].map((at) => Date.parse(at ?? '')));
      }
    }
  });

  it('carry no script, no handler and no relative address', () => {
    for (const file of feeds) {
      for (const { content } of entriesOf(file)) {
        expect(content).not.toMatch(/<(?:script|iframe|style|form)|\son\w+\s*=|javascript:/i);
        expect(content).not.toMatch(/(?:href|src)="(?!https?:|mailto:|#)/);
      }
    }
  });
});

function readEntries(file: string, text: string): Entry[] {
  if (file.endsWith('.json')) {
    const { version, items } = JSON.parse(text) as JsonFeed;
    expect(version).toBe('https://jsonfeed.org/version/1.1');
    return items.map(({ id, url, date_published, date_modified, content_html }) => ({
      id,
      link: url,
      published: date_published,
      updated: date_modified,
      content: content_html,
    }));
  }
  const root = parseXml(text);
  if (file.endsWith('.rss')) {
    return childrenOf(childOf(root, 'channel'), 'item').map((item) => ({
      id: childOf(item, 'guid').text,
      link: childOf(item, 'link').text,
      published: childOf(item, 'pubDate').text,
      updated: childOf(item, 'atom:updated').text,
      content: childrenOf(item, 'content:encoded')[0]?.text ?? '',
    }));
  }
  return childrenOf(root, 'entry').map((entry) => ({
    id: childOf(entry, 'id').text,
    link: childOf(entry, 'link').attributes['href'] ?? '',
    published: childOf(entry, 'published').text,
    updated: childOf(entry, 'updated').text,
    content: childrenOf(entry, 'content')[0]?.text ?? '',
  }));
}
