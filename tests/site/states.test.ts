import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { attributes, listFiles, readPages } from './built-site.ts';

const folder = inject('fictionalSite');
const pages = readPages(folder);
const files = listFiles(folder);

function page(address: string) {
  const found = pages.find((candidate) => candidate.address === address);
  if (found === undefined) throw new Error(`The built site has no ${address}.`);
  return found;
}

/** The text of an element with its white space folded. */
function textOf(address: string, selector: string): string {
  return (page(address).document.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

describe('an advisory under embargo', () => {
  it('stands in no byte of the site: page, list, feed, sitemap or search index', () => {
    const words = ['zq7canary', 'カナリア', 'Canary', 'XVN10000004', '10000004', 'CVE-1900-99999'];
    const leaks = files.filter((file) => {
      const bytes = readFileSync(path.join(folder, file));
      const text = `${file}\n${bytes.toString('utf8')}\n${unzipped(bytes)}`;
      return words.some((word) => text.includes(word));
    });
    expect(leaks).toEqual([]);
  });

  function unzipped(bytes: Buffer): string {
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes).toString('utf8') : '';
  }
});

describe('a withdrawn advisory', () => {
  const address = '/xn/XVN10000003/';

  it('stays as a tombstone that says why and asks not to be indexed', () => {
    expect(textOf(address, 'main')).toContain('脆弱性ではないことが判明したため撤回しました');
    expect(textOf('/en/xn/XVN10000003/', 'main')).toContain('not a vulnerability');
    expect(attributes(page(address).document, 'meta[name="robots"]', 'content')).toEqual(['noindex']);
  });

  it('says in its title, its facts and its history when and why it was withdrawn', () => {
    expect(page(address).document.title).toMatch(/^【撤回】/u);
    expect(page('/en/xn/XVN10000003/').document.title).toMatch(/^\[Withdrawn\]/u);
    expect(textOf(address, '.facts')).toMatch(/撤回日\s*2026/u);
    expect(textOf(address, '.facts')).not.toContain('修正版あり');
    const newest = page(address).document.querySelector('.history li');
    expect(newest?.textContent).toContain('撤回');
    expect(newest?.textContent).toContain('脆弱性ではないことが判明したため');
  });

  it('is left out of the sitemap', () => {
    const sitemaps = files.filter((file) => /sitemap.*\.xml$/.test(file));
    expect(sitemaps.length).toBeGreaterThan(1);
    for (const file of sitemaps)
      expect(readFileSync(path.join(folder, file), 'utf8')).not.toContain('XVN10000003');
  });
});

describe('an urgent advisory', () => {
  it('stands on the home page and says why', () => {
    expect(textOf('/', 'main')).toContain('空想ルータにおける認証回避の脆弱性');
    expect(textOf('/xn/XVN10000002/', 'main')).toContain('攻撃が観測されています');
    expect(textOf('/en/xn/XVN10000002/', 'main')).toContain('Attacks have been observed');
  });
});

describe('an advisory with sixty vendors', () => {
  it('shows all of them, with their words, in the HTML itself', () => {
    const { document } = page('/xn/XVN10000005/');
    expect(document.querySelectorAll('[id^="vendor-"]').length).toBe(60);
    expect(textOf('/xn/XVN10000005/', 'main')).toContain('当社製品は、該当する機能を含みません。');
  });

  it('says what its second revision changed', () => {
    expect(textOf('/xn/XVN10000005/', '#rev-2')).toContain('か架空21株式会社');
  });

  it('tells readers of a translation that it lags behind', () => {
    expect(textOf('/en/xn/XVN10000005/', 'main')).toMatch(/revision 1/i);
  });
});

describe('an untranslated advisory', () => {
  it('has no page in the other language, and is listed there in its own', () => {
    expect(pages.map(({ address }) => address)).not.toContain('/en/xn/XVN10000006/');
    const link = page('/en/xn/2024/').document.querySelector('a[href="/xn/XVN10000006/"]');
    expect(link?.closest('[lang="ja"]') ?? link?.querySelector('[lang="ja"]')).not.toBeNull();
  });

  it('counts its year in the zone of the site', () => {
    expect(textOf('/xt/2025/', 'main')).toContain('XVNTA#90000001');
    expect(textOf('/xn/2024/', 'main')).toContain('XVN#10000006');
  });
});

describe('hostile names', () => {
  it('are shown as text', () => {
    const { html, document } = page('/xn/XVN10000007/');
    expect(document.querySelectorAll('main img, main script:not([src], [type$="json"])').length).toBe(0);
    expect(html).not.toContain('<script>alert');
    expect(textOf('/xn/XVN10000007/', '#affected')).toContain('〓 <script>alert(1)</script> & "引用"');
  });
});
