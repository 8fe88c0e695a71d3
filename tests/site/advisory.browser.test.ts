import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { open, originOf, useBrowser } from './search-browser.ts';

useBrowser();

const ADVISORY = '/xn/XVN10000008/';

/** Unfolds the texts to copy, one of the menus of the actions. */
const openCopies = (page: Page): Promise<void> =>
  page.locator('.actions summary', { hasText: 'コピー' }).click();

describe('copying', () => {
  it('puts each text on the clipboard and says so', async () => {
    const page = await open(ADVISORY);
    await page
      .context()
      .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: originOf('fictional') });
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.locator('.eyebrow .copy-button').click();
    await page.getByText('番号をコピーしました。').waitFor();
    expect(await clipboard()).toBe('XVN#10000008');

    await openCopies(page);
    await page.getByRole('button', { name: 'Markdown のリンクをコピー' }).click();
    await page.getByText('Markdown のリンクをコピーしました。').waitFor();
    expect(await clipboard()).toBe(
      '[XVN#10000008: 架空機器の共通部品における複数の脆弱性](https://notes.example/xn/XVN10000008/)',
    );

    await page.getByRole('button', { name: '製品の表をコピー' }).first().click();
    await page.getByText('製品の表をコピーしました。').waitFor();
    const lines = (await clipboard()).split('\n');
    expect(lines.length).toBe(501);
    expect(lines[0]).toBe('ベンダ\t製品\t影響を受けるバージョン\t修正バージョン\t該当する CVE');
  });

  it('selects the text where the clipboard is refused, and says so', async () => {
    const page = await open(ADVISORY, {
      before: (opened) =>
        opened.addInitScript(() => {
          navigator.clipboard.writeText = () =>
            Promise.reject(new DOMException('refused', 'NotAllowedError'));
        }),
    });
    await openCopies(page);
    await page.getByRole('button', { name: '製品の表をコピー' }).first().click();
    await page.getByText('製品の表を選択しました。').waitFor();
    const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
    expect(selected).toContain('架空機器 KR-494');
    expect(await page.locator('#affected-tsv').getAttribute('open')).not.toBeNull();
  });

  it('announces in a live region that is there before anything is said', async () => {
    const page = await open(ADVISORY);
    expect(await page.locator('.copy-state').getAttribute('role')).toBe('status');
    expect(await page.locator('.copy-state').innerText()).toBe('');
  });

  it('needs no script: the texts are there, the buttons are not', async () => {
    const page = await open(ADVISORY, { javaScriptEnabled: false });
    await openCopies(page);
    expect(await page.locator('.action-panel code').first().innerText()).toBe('XVN#10000008');
    expect(await page.locator('main button').count()).toBe(0);
  });
});

describe('statuses and severities', () => {
  it.each([{ forcedColors: 'active' }, { colorScheme: 'dark' }, {}] as const)(
    'are told apart by their glyph and their word with %j',
    async (options) => {
      const page = await open('/xn/XVN10000005/', options);
      const marks = await page.locator('.vendors .group .status').evaluateAll((statuses) =>
        statuses.map((status) => ({
          word: status.textContent.trim(),
          glyph: status.querySelector('svg')?.innerHTML.trim() ?? '',
          drawn: getComputedStyle(status.querySelector('svg') ?? status).stroke !== 'none',
        })),
      );
      expect(marks.length).toBe(6);
      expect(new Set(marks.map(({ word }) => word)).size).toBe(6);
      expect(new Set(marks.map(({ glyph }) => glyph)).size).toBe(6);
      expect(marks.every(({ drawn }) => drawn)).toBe(true);
    },
  );

  it('light as many bars as the level has, in every theme', async () => {
    const bars = async (address: string) => {
      const page = await open(address, { forcedColors: 'active' });
      return page.locator('.facts .severity .on').count();
    };
    expect(await bars('/xn/XVN10000002/')).toBe(4);
    expect(await bars('/xn/XVN10000008/')).toBe(3);
    expect(await bars('/xn/XVN10000005/')).toBe(2);
    expect(await bars('/xn/XVN10000010/')).toBe(0);
  });
});

describe('long and foreign names', () => {
  it.each([
    ['/xn/XVN10000007/', 320],
    ['/xn/XVN10000008/', 320],
    ['/xn/XVN10000008/', 360],
    ['/en/xn/XVN10000008/', 768],
    ['/xn/XVN10000008/', 1280],
  ])('do not push %s wider than %d px', async (address, width) => {
    const page = await open(address, { viewport: { width, height: 800 } });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });

  it('can be found among five hundred, by their vendor too', async () => {
    const page = await open(ADVISORY);
    const filter = page.locator('#affected list-filter input[type="search"]');
    await filter.fill('KR-007');
    await expect.poll(() => page.locator('.products tr[id^="product-"]:visible').count()).toBe(1);
    await filter.fill('כוכב');
    await expect.poll(() => page.locator('.products tr[id^="product-"]:visible').count()).toBe(2);
    expect(await page.locator('.products tr.group:visible').count()).toBe(1);
  });
});

describe('the contents', () => {
  it('stay in view beside the text on a wide screen, and stand above it on a narrow one', async () => {
    const wide = await open(ADVISORY, { viewport: { width: 1280, height: 800 } });
    await wide.locator('#history').scrollIntoViewIfNeeded();
    expect(
      await wide.locator('.contents').evaluate((nav) => nav.getBoundingClientRect().top),
    ).toBeGreaterThan(0);
    const narrow = await open(ADVISORY, { viewport: { width: 800, height: 800 } });
    const [contents, body] = await Promise.all(
      ['.contents', '.advisory-body'].map((part) => narrow.locator(part).boundingBox()),
    );
    expect((contents?.y ?? 0) + (contents?.height ?? 0)).toBeLessThanOrEqual(body?.y ?? 0);
  });
});
