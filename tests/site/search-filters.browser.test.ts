import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { launchBrowser } from '#scripts/browser.ts';
import {
  answered,
  field,
  hits,
  open,
  originOf,
  searchFor,
  state,
  titles,
  useBrowser,
} from './search-browser.ts';

useBrowser();

const box = (page: Page, facet: string, value: string) =>
  page.locator(`[data-facet="${facet}"] input[value="${value}"]`);

describe('filters and order', () => {
  const open43 = (more = ''): Promise<Page> => open(searchFor('脆弱性', more), { site: 'sample' });

  it('narrow the answer, stand in the address and above the results, and are taken back one by one', async () => {
    const page = await open43();
    await answered(page, /検索結果: \d+件/);
    const all = await state(page).innerText();
    const count = await page
      .locator('[data-facet="severity"] li', { has: page.locator('input[value="critical"]') })
      .locator('.count')
      .innerText();
    await box(page, 'severity', 'critical').check();
    await answered(page, `検索結果: ${count}件`);
    expect(page.url()).toContain('&severity=critical');
    await box(page, 'severity', 'high').check();
    await page.waitForURL('**&severity=critical&severity=high');
    await page.locator('.chip', { hasText: '重要' }).waitFor();
    expect((await page.locator('.chip').allTextContents()).map((text) => text.trim())).toEqual([
      '緊急の条件を外す',
      '重要の条件を外す',
    ]);
    await page.getByRole('button', { name: /緊急.*を外す/ }).click();
    await page.waitForURL(/&severity=high$/);
    await page.locator(':focus', { hasText: '重要' }).waitFor();
    await page.getByRole('button', { name: 'すべて解除' }).click();
    await answered(page, all);
    expect(page.url()).not.toContain('severity');
    expect(await box(page, 'severity', 'critical').isChecked()).toBe(false);
  });

  it('of one facet are alternatives: the others stay on offer with their counts', async () => {
    const page = await open43('&severity=critical');
    await answered(page, /検索結果/);
    const high = page.locator('[data-facet="severity"] li', { has: page.locator('input[value="high"]') });
    expect(Number(await high.locator('.count').innerText())).toBeGreaterThan(0);
  });

  it('keep the focus on the box that was ticked', async () => {
    const page = await open43();
    await answered(page, /検索結果/);
    await box(page, 'fix', 'available').focus();
    await page.keyboard.press('Space');
    await page.waitForURL('**&fix=available');
    await page.locator('.chip').waitFor();
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('available');
  });

  it('are taken from a shared link, also without words', async () => {
    const page = await open('/search/?year=2024&severity=critical&order=newest', { site: 'sample' });
    await answered(page, /選んだ条件に合う情報: \d+件/);
    expect(await box(page, 'year', '2024').isChecked()).toBe(true);
    expect(await page.locator('input[name="order"][value="newest"]').isChecked()).toBe(true);
    const days = await hits(page)
      .locator('time')
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''));
    expect(days.length).toBeGreaterThan(0);
    expect(days.every((day) => day.startsWith('2024'))).toBe(true);
    expect(days).toEqual(days.toSorted().toReversed());
  });

  it('are undone by Back and done again by Forward', async () => {
    const page = await open43();
    await answered(page, /検索結果/);
    const all = await state(page).innerText();
    await box(page, 'year', '2024').check();
    await page.waitForURL('**&year=2024');
    await page.locator('.chip').waitFor();
    const narrowed = await state(page).innerText();
    await page.goBack();
    await answered(page, all);
    expect(await box(page, 'year', '2024').isChecked()).toBe(false);
    await page.goForward();
    await answered(page, narrowed);
  });

  it('of vendors are found by name among all of them', async () => {
    const page = await open43();
    await answered(page, /検索結果/);
    const vendors = page.locator('[data-facet="vendor"]');
    const before = await vendors.locator('li:visible').count();
    expect(before).toBe(8);
    const name = await vendors
      .locator('li')
      .nth(25)
      .locator('bdi')
      .innerText()
      .catch(() => '');
    const hidden = await vendors
      .locator('li')
      .nth(25)
      .locator('bdi')
      .evaluate((label) => label.textContent);
    await vendors.getByRole('searchbox').fill(name || hidden);
    expect(await vendors.locator('li:visible bdi').first().innerText()).toBe(hidden);
    expect(page.url()).not.toContain('vendor');
  });

  it('stand behind one button on a phone', async () => {
    const page = await open(searchFor('脆弱性', '&severity=high'), {
      site: 'sample',
      viewport: { width: 360, height: 740 },
    });
    await answered(page, /検索結果/);
    expect(await page.locator('.facets').isVisible()).toBe(false);
    const toggle = page.getByRole('button', { name: '絞り込み(1)' });
    await toggle.click();
    expect(await toggle.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('.facets').isVisible()).toBe(true);
  });

  it('more hits come with the focus on the first of them, and Back returns to the hit that was opened', async () => {
    const page = await open43();
    await answered(page, /検索結果/);
    expect(await hits(page).count()).toBe(20);
    await page.getByRole('button', { name: 'もっと見る' }).focus();
    await page.keyboard.press('Enter');
    await hits(page).nth(20).waitFor();
    const twentyFirst = await titles(page).nth(20).getAttribute('href');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(twentyFirst);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${twentyFirst ?? ''}`);
    await page.goBack();
    await hits(page).nth(20).waitFor();
    await page.waitForFunction((href) => document.activeElement?.getAttribute('href') === href, twentyFirst);
  });

  it('typing adds nothing to the history, a search that was asked for stays in it', async () => {
    const page = await open('/search/');
    const length = await page.evaluate(() => history.length);
    await field(page).pressSequentially('認証回避', { delay: 150 });
    await answered(page, '「認証回避」');
    expect(await page.evaluate(() => history.length)).toBe(length);
    await field(page).press('Enter');
    await field(page).fill('空想');
    await answered(page, '「空想」');
    await page.goBack();
    await answered(page, '「認証回避」');
    expect(await field(page).inputValue()).toBe('認証回避');
  });

  it('survives the back/forward cache', async () => {
    const cached = await launchBrowser(process.env, {
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    try {
      const page = await cached.newPage();
      await page.goto(originOf('sample') + searchFor('脆弱性', '&severity=high'));
      await answered(page, /検索結果/);
      await page.evaluate(() => {
        addEventListener('pageshow', ({ persisted }) => {
          document.title = `kept: ${String(persisted)}`;
        });
      });
      const opened = await titles(page).nth(3).getAttribute('href');
      await titles(page).nth(3).click();
      await page.waitForURL(`**${opened ?? ''}`);
      // A page out of the cache is not loaded, so nothing that waits for a load may be used.
      void page
        .evaluate(() => {
          history.back();
        })
        .catch(() => undefined);
      await expect.poll(() => page.title()).toBe('kept: true');
      // Whether the focus comes back too is up to the browser.
      expect(await titles(page).nth(3).getAttribute('href')).toBe(opened);
      await page.getByRole('button', { name: 'すべて解除' }).click();
      await expect.poll(() => page.url()).not.toContain('severity');
    } finally {
      await cached.close();
    }
  });
});
