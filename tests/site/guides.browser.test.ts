import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { listViolations } from './axe.ts';
import { open, useBrowser } from './search-browser.ts';

useBrowser();

const FIGURES = [
  ...['/about/coordination/', '/en/about/coordination/', '/about/scope/', '/en/about/scope/'],
  ...['/about/guides/', '/en/about/for-operators/'],
];

/** The words of all figures, in their order. */
function wordsOf(page: Page): Promise<string[]> {
  return page.locator('.flow').allInnerTexts();
}

describe.each(FIGURES)('the figures of %s', (address) => {
  it('satisfy axe in dark and light, and fit 320 px', async () => {
    const page = await open(address, { site: 'sample', colorScheme: 'dark' });
    expect(await listViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await listViolations(page, ['color-contrast'])).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it('say the same in the same order without any style', async () => {
    const page = await open(address, { site: 'sample' });
    const flatten = (texts: readonly string[]) =>
      texts.map((text) => text.replaceAll(/\s+/g, '').toLowerCase());
    const styled = flatten(await wordsOf(page));
    expect(styled.length).toBeGreaterThan(0);
    await page.evaluate(() => {
      for (const sheet of document.querySelectorAll('link[rel="stylesheet"], style')) sheet.remove();
    });
    expect(flatten(await wordsOf(page))).toEqual(styled);
  });
});

describe('the figure of a product case', () => {
  it('leads from each branch to the state that it names', async () => {
    const page = await open('/about/coordination/', { site: 'sample' });
    const lost = await page.locator('.flow a').evaluateAll((links) =>
      links
        .map((link) => [link.textContent, document.querySelector(link.getAttribute('href') ?? '')] as const)
        .filter(([name, target]) => target?.querySelector('.flow-state')?.textContent !== name)
        .map(([name]) => name),
    );
    expect(lost).toEqual([]);
    expect(await page.locator('.flow a').count()).toBeGreaterThan(5);
  });
});

describe('the list of a chapter', () => {
  it('stands beside the text where there is room, and stays in sight', async () => {
    const page = await open('/about/for-coordinators/', { site: 'sample' });
    await page.setViewportSize({ width: 1280, height: 720 });
    const [list, text] = await boxesOf(page);
    expect(list.x).toBeGreaterThan(text.x + text.width);
    await page.evaluate(() => {
      scrollTo(0, 1500);
    });
    expect((await boxesOf(page))[0].y).toBeGreaterThanOrEqual(0);
  });

  it('stands below the text on a phone, and on no paper', async () => {
    const page = await open('/about/for-coordinators/', { site: 'sample' });
    await page.setViewportSize({ width: 320, height: 640 });
    const [list, text] = await boxesOf(page);
    expect(list.y).toBeGreaterThan(text.y + text.height);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await listViolations(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.chapter').isVisible()).toBe(false);
  });
});

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the list of the chapter and the text stand in the window. */
async function boxesOf(page: Page): Promise<[list: Box, text: Box]> {
  const box = async (selector: string) => {
    const found = await page.locator(selector).boundingBox();
    if (found === null) throw new Error(`${selector} is not shown.`);
    return found;
  };
  return [await box('.chapter'), await box('.page > .prose')];
}
