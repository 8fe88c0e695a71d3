import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { attributes, listFiles, readPages } from './built-site.ts';

const folder = inject('fictionalSite');
const pages = readPages(folder);
const NAMES = /架空野花子|かくうのはなこ|架空組み込み製作所|かくうくみこみ|Fictional Nowhere/u;

function documentAt(address: string, of = pages) {
  const found = of.find((page) => page.address === address);
  if (found === undefined) throw new Error(`The built site has no ${address}.`);
  return found.document;
}

function textAt(address: string, selector: string): string {
  return (documentAt(address).querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

describe('the list of unreachable developers', () => {
  it('stands in every language and begins with those who are listed', () => {
    for (const address of ['/unreachable/', '/en/unreachable/']) {
      expect(attributes(documentAt(address), 'main section', 'id')).toEqual([
        'listed',
        'known',
        'counts',
        'unreachable',
        'list',
        'process',
        'judged',
      ]);
    }
    expect(textAt('/en/unreachable/', '.opening')).toContain(
      'does not mean that the developer did anything wrong',
    );
  });

  it('has an anchor for every number, also for one that was answered', () => {
    const ids = attributes(documentAt('/unreachable/'), '#list [id]', 'id');
    expect(ids).toEqual(expect.arrayContaining(['no-UR-2025-0001', 'no-UR-2025-0002', 'no-UR-2025-0004']));
    expect(textAt('/unreachable/', '#no-UR-2025-0003')).toContain('この掲載は終了しました');
  });

  it('leads to what was published, and says “unknown” where no versions are known', () => {
    const row = textAt('/unreachable/', '#no-UR-2025-0001');
    expect(row).toContain('不明');
    expect(attributes(documentAt('/unreachable/'), '#no-UR-2025-0001 td a', 'href')).toEqual([
      '/xn/XVN10000009/',
    ]);
    expect(attributes(documentAt('/unreachable/'), '#judged .item a', 'href')).toEqual(['/xn/XVN10000009/']);
  });

  it('lets search engines quote no name, and asks them to stay away from individuals', () => {
    const document = documentAt('/unreachable/');
    expect(attributes(document, 'meta[name="robots"]', 'content')).toEqual(['noindex']);
    for (const element of document.querySelectorAll('[data-nosnippet]')) element.remove();
    expect(document.documentElement.outerHTML).not.toMatch(NAMES);
    expect(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '').not.toMatch(
      NAMES,
    );
  });

  it('is the only place with these names', () => {
    const holders = listFiles(folder).filter((file) =>
      NAMES.test(readFileSync(path.join(folder, file), 'utf8')),
    );
    expect(holders.toSorted()).toEqual(['en/unreachable/index.html', 'unreachable/index.html']);
  });

  it('never leads to an issue tracker', () => {
    const links = attributes(documentAt('/unreachable/'), 'a[href*="issues"]', 'href');
    expect(links).toEqual([]);
  });

  it('says that nobody is listed where that is so', () => {
    const other = readPages(inject('otherSite')).filter(({ address }) => address.endsWith('/unreachable/'));
    expect(other.length).toBeGreaterThan(0);
    for (const { document } of other) {
      expect(document.querySelector('#list .empty')).not.toBeNull();
      expect(document.querySelector('#list table')).toBeNull();
    }
  });
});

describe('an advisory published after judgement', () => {
  it('says so above its text', () => {
    const banner = documentAt('/xn/XVN10000009/').querySelector('.banner a[href="/unreachable/#judged"]');
    expect(banner?.parentElement?.textContent).toContain('公表判定を経て公表した情報です');
  });
});

describe('what is urgent', () => {
  it('is pointed to from every page but home and its own', () => {
    const without = pages
      .filter(({ file, document }) => file !== '404.html' && document.querySelector('.urgent-strip') === null)
      .map(({ address }) => address);
    expect(without.toSorted()).toEqual(['/', '/en/', '/en/xn/XVN10000002/', '/xn/XVN10000002/']);
  });

  it('is named by its title, with a link and its day', () => {
    const strip = documentAt('/en/feeds/').querySelector('.urgent-strip');
    expect(strip?.getAttribute('aria-label')).toBeTruthy();
    expect(strip?.querySelector('a')?.getAttribute('href')).toBe('/en/xn/XVN10000002/');
    expect(strip?.querySelector('time')).not.toBeNull();
  });
});
