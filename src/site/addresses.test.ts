import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Advisory } from '#catalog/catalog.ts';
import {
  aboutAddress,
  advisoriesAddress,
  advisoryAddress,
  assertAddress,
  familyAddress,
  formatUrl,
  homeAddress,
  languageAt,
  notFoundAddress,
  redirectFileAddress,
  searchAddress,
  siteFeedAddress,
  sitemapAddress,
  vendorAddress,
  vendorFeedAddress,
  yearFeedAddress,
} from './addresses.ts';

const site: { languages: ('ja' | 'en')[] } = { languages: ['ja', 'en'] };
const advisory = {
  slug: 'JVN13199224',
  family: { path: 'jp' },
  texts: { ja: {} },
} as unknown as Advisory;

describe('addresses', () => {
  it('puts the first language at the root and the others below their tag', () => {
    expect(homeAddress(site, 'ja')).toBe('/');
    expect(homeAddress(site, 'en')).toBe('/en/');
    expect(searchAddress({ languages: ['en', 'ja'] }, 'ja')).toBe('/ja/search/');
  });

  it('spells lists, years and families as the contract does', () => {
    expect(advisoriesAddress(site, 'ja')).toBe('/advisories/');
    expect(advisoriesAddress(site, 'en', 2018)).toBe('/en/advisories/2018/');
    expect(familyAddress(site, 'ja', 'jp')).toBe('/jp/');
    expect(familyAddress(site, 'ja', 'jp', 2018)).toBe('/jp/2018/');
    expect(vendorAddress(site, 'en', 'pgpool')).toBe('/en/vendors/pgpool/');
    expect(aboutAddress(site, 'ja', 'policy')).toBe('/about/policy/');
  });

  it('spells files without a trailing slash', () => {
    expect(siteFeedAddress(site, 'ja', 'all', 'rss')).toBe('/feeds/all.rss');
    expect(yearFeedAddress(site, 'en', 2018)).toBe('/en/feeds/2018.atom');
    expect(vendorFeedAddress(site, 'ja', 'pgpool')).toBe('/vendors/pgpool/feed.atom');
    expect(sitemapAddress('en', 1)).toBe('/sitemap-en-1.xml');
    expect(notFoundAddress()).toBe('/404.html');
  });

  it('leads to the first language when an advisory has no text in the wanted one', () => {
    expect(advisoryAddress(site, 'en', advisory)).toBe('/jp/JVN13199224/');
    expect(advisoryAddress(site, 'ja', advisory)).toBe('/jp/JVN13199224/');
    const translated = { ...advisory, texts: { ...advisory.texts, en: advisory.texts.ja } } as Advisory;
    expect(advisoryAddress(site, 'en', translated)).toBe('/en/jp/JVN13199224/');
  });

  it('answers a retired folder with an index file and a retired file with itself', () => {
    expect(redirectFileAddress('/report/')).toBe('/report/index.html');
    expect(redirectFileAddress('/report')).toBe('/report/index.html');
    expect(redirectFileAddress('/report/all.html')).toBe('/report/all.html');
    expect(redirectFileAddress('/')).toBe('/index.html');
  });

  it('joins the site’s address without doubling the slash', () => {
    expect(formatUrl({ url: 'https://a.example' }, '/x/')).toBe('https://a.example/x/');
    expect(formatUrl({ url: 'https://a.example/' }, '/x/')).toBe('https://a.example/x/');
  });

  it.each(['', '.', '..', 'a/b', 'a\\b', 'a\u0000b'])('refuses the segment %j', (segment) => {
    expect(() => vendorAddress(site, 'ja', segment)).toThrow(/cannot be a part/u);
  });

  it.each(['', 'x/', '//x/', '/../x', '/a/..'])('refuses the address %j', (address) => {
    expect(() => assertAddress(address)).toThrow();
  });

  it('tells the language of the page at an address by its first segment', () => {
    expect(languageAt(site, '/en/vendors/')).toBe('en');
    expect(languageAt(site, '/vendors/')).toBe('ja');
    expect(languageAt({ languages: ['en', 'ja'] }, '/ja/')).toBe('ja');
    expect(languageAt({ languages: ['en', 'ja'] }, '/english/')).toBe('en');
  });

  it('encodes any other segment so that it stays one segment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (segment) => {
        fc.pre(!/[/\\\p{Cc}]|\.\.|^\.$/u.test(segment));
        const address = vendorAddress(site, 'ja', segment);
        expect(address.split('/')).toHaveLength(4);
        expect(decodeURIComponent(address.split('/')[2] ?? '')).toBe(segment);
        expect(new URL(address, 'https://a.example').pathname).toBe(address);
      }),
    );
  });
});
