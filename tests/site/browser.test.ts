import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '#scripts/browser.ts';
import { serveFolder } from '#scripts/serve.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One page of each kind; the address without its language. */
const PAGE_KINDS = {
  home: '/',
  'latest advisories': '/advisories/',
  year: '/advisories/2026/',
  family: '/xn/',
  'family year': '/xn/2025/',
  advisory: '/xn/XVN10000001/',
  'urgent advisory': '/xn/XVN10000002/',
  'withdrawn advisory': '/xn/XVN10000003/',
  'sixty vendors': '/xn/XVN10000005/',
  vendors: '/vendors/',
  vendor: '/vendors/kuuso-soft/',
  search: '/search/',
  feeds: '/feeds/',
  about: '/about/about/',
} as const;
const LANGUAGES = ['ja', 'en'] as const;

let server: Server;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  const served = await serveFolder(inject('fictionalSite'), 0);
  server = served.server;
  origin = `http://127.0.0.1:${String(served.port)}`;
  browser = await launchBrowser(process.env);
}, 60_000);

afterAll(async () => {
  await browser.close();
  server.close();
});

/** Opens an address and collects everything that a page must not do: foreign requests, errors, refused resources. */
async function open(
  address: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; trouble: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) trouble.push(`request to ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(error.message));
  await page.goto(`${origin}${address}`, { waitUntil: 'networkidle' });
  return { page, trouble };
}

function inLanguage(address: string, language: (typeof LANGUAGES)[number]): string {
  return language === 'ja' ? address : `/en${address}`;
}

async function axeViolations(page: Page): Promise<string[]> {
  // Playwright evaluates outside the page's policy, so the strict CSP stays in force while axe looks.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    (
      globalThis as unknown as {
        axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe.run(),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe.each(Object.entries(PAGE_KINDS))('the page “%s”', (_, address) => {
  it.each(
    LANGUAGES.flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme }))),
  )(
    'has no axe violation, error or foreign request ($language, $theme)',
    async ({ language, theme }) => {
      const { page, trouble } = await open(inLanguage(address, language), { colorScheme: theme });
      expect(await axeViolations(page)).toEqual([]);
      expect(trouble).toEqual([]);
      await page.context().close();
    },
    30_000,
  );

  it('does not scroll sideways at 320 px', async () => {
    const { page } = await open(address, { viewport: { width: 320, height: 640 } });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await page.context().close();
  });
});

describe('without JavaScript', () => {
  it('an advisory is read whole', async () => {
    const { page } = await open('/xn/XVN10000005/', { javaScriptEnabled: false });
    const text = await page.innerText('main');
    for (const words of ['概要', '最新版へアップデート', 'あ架空10株式会社', 'ベンダ情報を更新しました']) {
      expect(text).toContain(words);
    }
    await page.context().close();
  });

  it('the search page leads to years and vendors instead', async () => {
    const { page } = await open('/search/', { javaScriptEnabled: false });
    expect(await page.locator('main a[href="/vendors/"]').isVisible()).toBe(true);
    expect(await page.locator('main a[href="/advisories/2025/"]').first().isVisible()).toBe(true);
    await page.context().close();
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
      const { page, trouble } = await open(inLanguage('/search/', language));
      await page.getByRole('searchbox').fill(query);
      const hit = page.locator(`main a[href="${address}"]`).first();
      await hit.waitFor({ timeout: 15_000 });
      expect(await page.locator('main').innerText()).toContain(found);
      expect(trouble).toEqual([]);
      await page.context().close();
    },
    30_000,
  );

  it('keeps the query in the address, so that a result can be shared', async () => {
    const { page } = await open(`/search/?q=${encodeURIComponent('認証回避')}`);
    await page.locator('main a[href="/xn/XVN10000002/"]').first().waitFor({ timeout: 15_000 });
    expect(await page.getByRole('searchbox').inputValue()).toBe('認証回避');
    await page.context().close();
  }, 30_000);

  it('says in words that nothing was found', async () => {
    const { page } = await open('/search/?q=zzzqqqxyz');
    await page.getByText('に一致する情報はありません', { exact: false }).first().waitFor({ timeout: 15_000 });
    await page.context().close();
  }, 30_000);
});
