import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { listViolations } from './axe.ts';
import { answered, hits, open, searchFor, useBrowser } from './search-browser.ts';

useBrowser();

describe('hostile queries', () => {
  it.each([
    ['x'.repeat(10_000)],
    ['"><img src=x onerror=alert(1)>'],
    ['<script>alert(1)</script> {query} {count}'],
    ['(.*)+$[a-z'],
    ['שלום עולם'],
    ['\u202Egnp.exe'],
    ['👩‍💻🔐'],
    ['\u0000\uFFFF\uD800'],
    ['__proto__ constructor'],
  ])('%j is answered as text', async (query) => {
    const page = await open(`/search/?q=${encodeURIComponent(query.toWellFormed())}`);
    await answered(page, /検索結果|ありません|2文字/);
    expect(await page.locator('main img, main script:not([src])').count()).toBe(0);
    expect((await page.title()).length).toBeLessThan(300);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBe(0);
  });

  it('a filter that does not exist is shown as what it is', async () => {
    const page = await open(searchFor('認証回避', '&vendor=%3Cimg+src%3Dx%3E&nothing=1'));
    await answered(page, '選んだ条件で一致する情報はありません');
    expect(await page.locator('.chip').innerText()).toContain('<img src=x>');
    expect(await page.locator('main img').count()).toBe(0);
  });
});

describe.each(['ja', 'en'] as const)('the look in %s', (language) => {
  const address = `${language === 'ja' ? '' : '/en'}/search/?q=CVE&severity=critical`;

  it.each(['light', 'dark'] as const)(
    'has no axe violation with results and filters (%s)',
    async (colorScheme) => {
      const page = await open(address, { site: 'sample', colorScheme });
      await hits(page).first().waitFor();
      expect(await listViolations(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      await page.locator('.facets-toggle').click();
      expect(await listViolations(page)).toEqual([]);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('SQL');
      await page.locator('.search-dialog .hit').first().waitFor();
      expect(await listViolations(page)).toEqual([]);
    },
  );

  it('has nothing beside the screen at 320 px and with text of twice the size', async () => {
    const page = await open(address, { site: 'sample', viewport: { width: 320, height: 640 } });
    await hits(page).first().waitFor();
    await page.locator('.facets-toggle').click();
    const overflow = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    await page.setViewportSize({ width: 640, height: 900 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await overflow()).toBe(0);
  });
});

describe('the bytes of the scripts', () => {
  const sizes = (): Map<string, number> => {
    const folder = path.join(inject('sampleSite'), '_astro');
    const scripts = readdirSync(folder).filter((file) => file.endsWith('.js'));
    return new Map(scripts.map((file) => [file, gzipSync(readFileSync(path.join(folder, file))).length]));
  };

  it('on every page are at most 1 kB for the button and the dialog', () => {
    const [opener] = [...sizes()].filter(([file]) => file.startsWith('SearchButton'));
    expect(opener?.[1]).toBeLessThanOrEqual(1024);
  });
});
