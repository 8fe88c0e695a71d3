import { describe, expect, it } from 'vitest';
import { open, useBrowser } from './search-browser.ts';

useBrowser();

describe('without JavaScript', () => {
  it('an advisory is read whole', async () => {
    const page = await open('/xn/XVN10000005/', { javaScriptEnabled: false });
    const text = await page.innerText('main');
    for (const words of ['概要', '最新版へアップデート', 'あ架空10株式会社', 'ベンダ情報を更新しました']) {
      expect(text).toContain(words);
    }
  });

  it('the search page leads to years and vendors instead', async () => {
    const page = await open('/search/', { javaScriptEnabled: false });
    expect(await page.locator('main a[href="/vendors/"]').isVisible()).toBe(true);
    expect(await page.locator('main a[href="/advisories/2025/"]').first().isVisible()).toBe(true);
  });
});

describe('search', () => {
  it.each([
    { language: 'ja', query: '認証回避', found: 'XVN#10000002', address: '/xn/XVN10000002/' },
    { language: 'ja', query: 'ＸＶＮ＃１０００００01', found: 'XVN#10000001', address: '/xn/XVN10000001/' },
    { language: 'en', query: 'cross-site scripting', found: 'XVN#10000001', address: '/en/xn/XVN10000001/' },
    { language: 'en', query: 'cve-1900-10002', found: 'XVN#10000002', address: '/en/xn/XVN10000002/' },
  ] as const)(
    'finds $found for “$query” in $language',
    async ({ language, query, found, address }) => {
      const page = await open(language === 'ja' ? '/search/' : '/en/search/');
      await page.getByRole('searchbox').fill(query);
      const hit = page.locator(`main a[href="${address}"]`).first();
      await hit.waitFor({ timeout: 15_000 });
      expect(await page.locator('main').innerText()).toContain(found);
    },
    30_000,
  );

  it('keeps the query in the address, so that a result can be shared', async () => {
    const page = await open(`/search/?q=${encodeURIComponent('認証回避')}`);
    await page.locator('main a[href="/xn/XVN10000002/"]').first().waitFor({ timeout: 15_000 });
    expect(await page.getByRole('searchbox').inputValue()).toBe('認証回避');
  }, 30_000);

  it('says in words that nothing was found', async () => {
    const page = await open('/search/?q=zzzqqqxyz');
    await page.getByText('に一致する情報はありません', { exact: false }).first().waitFor({ timeout: 15_000 });
  }, 30_000);
});
