import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { childrenOf, parseXml } from '../builders/parsed-xml.ts';
import { FIXTURE_EPOCH } from './build-fixture.ts';
import { attributes, listFiles, readPages } from './built-site.ts';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** A day or a moment in UTC, of the forms that W3C Datetime allows. */
const MOMENT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?$/u;

type Entry = readonly [loc: string, lastmod: string | undefined];

const sites = {
  'the fictional site': { folder: inject('fictionalSite'), url: 'https://notes.example' },
  'the sample site': { folder: inject('sampleSite'), url: 'https://kairan.example' },
  'the site of another coordinator': {
    folder: inject('otherSite'),
    url: 'https://advisories.nordhaven.example',
  },
};

describe.each(Object.entries(sites))('the sitemaps of %s', (_, { folder, url }) => {
  const files = listFiles(folder).filter((file) => /^sitemap-[a-z]{2}-\d+\.xml$/u.test(file));
  const sitemaps = files.map((file) => ({
    file,
    entries: readEntries(path.join(folder, file), 'urlset', 'url'),
  }));
  const entries = new Map(sitemaps.flatMap((sitemap) => sitemap.entries));
  const pages = readPages(folder).map(({ address, document }) => ({
    address: url + encodeURI(address),
    robots: attributes(document, 'meta[name="robots"]', 'content')[0] ?? '',
    changed: attributes(document, 'meta[property="article:modified_time"]', 'content')[0],
    updatedOn: /\/about\//u.test(address) ? attributes(document, 'header time', 'datetime')[0] : undefined,
  }));

  it('list exactly the pages that may be indexed, each once', () => {
    const indexable = pages.filter(({ robots }) => !robots.includes('noindex')).map(({ address }) => address);
    expect([...entries.keys()].toSorted()).toEqual(indexable.toSorted());
    expect(sitemaps.flatMap((sitemap) => sitemap.entries)).toHaveLength(entries.size);
  });

  it('say of an advisory when it last changed, and of a policy the day that it names', () => {
    const dated = pages.filter(({ address }) => entries.has(address));
    const wrong = dated.filter(({ address, changed, updatedOn }) => {
      const lastmod = entries.get(address);
      if (changed !== undefined) return Date.parse(lastmod ?? '') !== Date.parse(changed);
      return updatedOn !== undefined && lastmod !== updatedOn;
    });
    expect(wrong).toEqual([]);
    expect(dated.some(({ changed }) => changed !== undefined)).toBe(true);
  });

  it('never give the time of the build', () => {
    const built = Number(FIXTURE_EPOCH) * 1000;
    expect([...entries].filter(([, lastmod]) => Date.parse(lastmod ?? '') === built)).toEqual([]);
  });

  it('stand in the index with their latest change, and the index in robots.txt', () => {
    const latest = sitemaps.map(({ file, entries: own }) => {
      const moments = own.flatMap(([, lastmod]) => (lastmod === undefined ? [] : [Date.parse(lastmod)]));
      return [`${url}/${file}`, Math.max(...moments)] as const;
    });
    const index = readEntries(path.join(folder, 'sitemap-index.xml'), 'sitemapindex', 'sitemap');
    expect(new Map(index.map(([loc, lastmod]) => [loc, Date.parse(lastmod ?? '')]))).toEqual(new Map(latest));
    const robots = readFileSync(path.join(folder, 'robots.txt'), 'utf8');
    expect(robots).toContain(`\nSitemap: ${url}/sitemap-index.xml\n`);
    expect(robots).not.toContain('Disallow: /');
  });
});

/** The entries of a sitemap or an index, whose shape is that of the sitemaps.org schemas (version 0.9). */
function readEntries(file: string, root: string, child: string): Entry[] {
  const document = parseXml(readFileSync(file, 'utf8'));
  expect([document.name, document.attributes['xmlns']]).toEqual([root, NAMESPACE]);
  expect(document.children.every(({ name }) => name === child)).toBe(true);
  return childrenOf(document, child).map((entry): Entry => {
    const names = entry.children.map(({ name }) => name);
    expect(['loc', 'loc lastmod']).toContain(names.join(' '));
    const [loc = '', lastmod] = entry.children.map(({ text }) => text);
    expect(URL.canParse(loc) && loc.length < 2048).toBe(true);
    if (lastmod !== undefined) expect(lastmod).toMatch(MOMENT);
    return [loc, lastmod];
  });
}
