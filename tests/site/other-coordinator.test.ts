import { describe, expect, inject, it } from 'vitest';
import { attributes, listFiles, readPages } from './built-site.ts';

const folder = inject('otherSite');
const pages = readPages(folder);
const page = (address: string) => pages.find((candidate) => candidate.address === address);

/** Formats that every site offers are called after JVN. */
const FORMAT_NAMES = /JVNRSS|MyJVN|VULDEF of JVN|JVN の VULDEF/g;

describe('another coordinator, with the same engine', () => {
  it('has its own languages: English at the root, Japanese below', () => {
    expect(page('/')?.document.documentElement.getAttribute('lang')).toBe('en');
    expect(page('/ja/')?.document.documentElement.getAttribute('lang')).toBe('ja');
    expect(page('/en/')).toBeUndefined();
  });

  it('has its own name, families and paths', () => {
    expect(page('/')?.document.title).toContain('Nordhaven CSIRT Advisories');
    expect(page('/notes/NHV-2025-001/')?.document.querySelector('h1')?.textContent).toContain(
      'Fictional Gateway',
    );
    expect(page('/ja/notes/NHV-2025-001/')?.document.querySelector('h1')?.textContent).toContain('偽の更新');
    expect(page('/alerts/')).toBeDefined();
    expect(listFiles(folder).filter((file) => /^(?:jp|vu|ta|icsa)\//.test(file))).toEqual([]);
  });

  it('says of a family in which nothing was ever published that it is empty, and offers no year', () => {
    const said = (address: string) => page(address)?.document.querySelector('.opening')?.textContent ?? '';
    expect(said('/alerts/')).toContain('Nothing has been published here yet.');
    expect(said('/ja/alerts/')).toContain('ここで公開された情報はまだありません。');
  });

  it('counts years in its own zone', () => {
    expect(page('/notes/2025/')?.document.querySelector('main')?.textContent).toContain('NHV-2025-001');
    expect(page('/notes/2026/')).toBeUndefined();
  });

  it('has its own address in every canonical link', () => {
    const canonical = pages.flatMap(({ document }) => attributes(document, 'link[rel="canonical"]', 'href'));
    expect(canonical.length).toBeGreaterThan(10);
    expect(canonical.filter((url) => !url.startsWith('https://advisories.nordhaven.example/'))).toEqual([]);
  });

  it('says no word of the sample site', () => {
    expect(
      pages
        .filter(({ html }) => /JVN|kairan\.example|回覧 脆弱性対策情報/.test(html.replace(FORMAT_NAMES, '')))
        .map(({ address }) => address),
    ).toEqual([]);
  });
});
