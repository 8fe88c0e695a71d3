import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#scripts/browser.ts';
import { listViolations } from './axe.ts';
import { open, originOf, useBrowser } from './search-browser.ts';

useBrowser();

const LIGHT = 'rgb(255, 255, 255)';
const DARK = 'rgb(21, 23, 28)';

/** One page of each kind. */
const PAGES = [
  '/',
  '/advisories/',
  '/advisories/2026/',
  '/xn/XVN10000001/',
  '/xn/XVN10000005/',
  '/xn/XVN10000008/',
  '/en/xn/XVN10000001/',
  '/vendors/',
  '/vendors/kuuso-soft/',
  '/search/',
  '/feeds/',
  '/en/feeds/',
  '/unreachable/',
  '/about/about/',
  '/404.html',
];

function ground(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

function choose(page: Page, theme: string): Promise<unknown> {
  return page.locator('theme-control select').selectOption(theme);
}

describe('light and dark', () => {
  it.each([
    ['light', LIGHT],
    ['dark', DARK],
  ] as const)('follow the system without script (%s)', async (colorScheme, color) => {
    const page = await open('/', { colorScheme, javaScriptEnabled: false });
    expect(await ground(page)).toBe(color);
    expect(await page.locator('theme-control').innerText()).toBe('');
  });

  it('are chosen for every page, kept, and given back to the system', async () => {
    const page = await open('/', { colorScheme: 'light' });
    expect(await page.locator('theme-control select').inputValue()).toBe('auto');
    await choose(page, 'dark');
    expect(await ground(page)).toBe(DARK);
    await page.goto(`${originOf('fictional')}/en/vendors/`);
    expect(await ground(page)).toBe(DARK);
    expect(await page.locator('theme-control select').inputValue()).toBe('dark');
    await choose(page, 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.reload();
    expect(await ground(page)).toBe(LIGHT);
    await choose(page, 'auto');
    expect(await ground(page)).toBe(DARK);
    await page.reload();
    expect(await page.locator('theme-control select').inputValue()).toBe('auto');
    expect(await ground(page)).toBe(DARK);
  });

  it('are set before the first paint, by a script that the policy admits', async () => {
    const page = await open('/', {
      colorScheme: 'light',
      before: (tab) =>
        tab.addInitScript(() => {
          localStorage.setItem('theme', 'dark');
        }),
    });
    const head = await page.evaluate(() => ({
      theme: document.documentElement.dataset['theme'],
      beforeStyles:
        (document
          .querySelector('head script:not([src], [type])')
          ?.compareDocumentPosition(document.querySelector('link[rel="stylesheet"]') ?? document.body) ?? 0) &
        Node.DOCUMENT_POSITION_FOLLOWING,
    }));
    expect(head).toEqual({ theme: 'dark', beforeStyles: 4 });
  });

  it('hold for the page where storage is refused', async () => {
    const page = await open('/', {
      colorScheme: 'light',
      before: (tab) =>
        tab.addInitScript(() => {
          Object.defineProperty(window, 'localStorage', {
            get: () => {
              throw new DOMException('refused', 'SecurityError');
            },
          });
        }),
    });
    await choose(page, 'dark');
    expect(await ground(page)).toBe(DARK);
    await page.reload();
    expect(await ground(page)).toBe(LIGHT);
  });

  it('ignore what they do not know in storage', async () => {
    const page = await open('/', {
      colorScheme: 'light',
      before: (tab) =>
        tab.addInitScript(() => {
          localStorage.setItem('theme', '"><script>');
        }),
    });
    expect(await ground(page)).toBe(LIGHT);
    expect(await page.locator('theme-control select').inputValue()).toBe('auto');
  });

  it('print light', async () => {
    const page = await open('/xn/XVN10000001/', { colorScheme: 'light' });
    await choose(page, 'dark');
    await page.emulateMedia({ media: 'print' });
    expect(await ground(page)).toBe(LIGHT);
  });

  it.each(['auto', 'light', 'dark'])(
    'satisfy axe (%s)',
    async (theme) => {
      for (const address of ['/', '/xn/XVN10000002/']) {
        const page = await open(address, { colorScheme: 'dark' });
        await choose(page, theme);
        expect(await listViolations(page)).toEqual([]);
      }
    },
    60_000,
  );
});

describe('without colour', () => {
  /** What a mark says apart from its colour: its words and the shapes in its picture. */
  function marksOf(
    page: Page,
    selector: string,
  ): Promise<{ words: string; shapes: string; border: string }[]> {
    return page.evaluate(
      (wanted) =>
        [...document.querySelectorAll(wanted)].map((mark) => ({
          words: mark.textContent.replaceAll(/[\d.\s]+/gu, ' ').trim(),
          shapes: [...mark.querySelectorAll('svg > *')]
            .map(
              (shape) =>
                `${shape.tagName}.${shape.getAttribute('class') ?? ''}${shape.getAttribute('d') ?? ''}${shape.getAttribute('stroke-dasharray') ?? ''}`,
            )
            .join(' '),
          border: getComputedStyle(mark).borderTopStyle,
        })),
      selector,
    );
  }

  it('levels differ in word and meter, statuses in word and glyph, also in forced colours', async () => {
    const page = await open('/about/how-to-read/', { site: 'sample', forcedColors: 'active' });
    const levels = await marksOf(page, '.severity');
    expect(new Set(levels.map(({ words }) => words)).size).toBeGreaterThanOrEqual(5);
    expect(new Set(levels.map(({ shapes }) => shapes)).size).toBeGreaterThanOrEqual(5);
    expect(levels.every(({ border }) => border === 'solid')).toBe(true);
    const statuses = await marksOf(page, '.status');
    expect(new Set(statuses.map(({ words }) => words)).size).toBeGreaterThanOrEqual(6);
    expect(new Set(statuses.map(({ shapes }) => shapes)).size).toBeGreaterThanOrEqual(6);
  });

  it('meters and the focus stay visible in forced colours', async () => {
    const page = await open('/xn/XVN10000001/', { forcedColors: 'active' });
    const style = await page.evaluate(() => {
      const chip = document.querySelector('.severity');
      const bar = document.querySelector('.meter .on');
      const link = document.querySelector<HTMLElement>('.brand');
      link?.focus();
      return {
        edge: chip && getComputedStyle(chip).borderTopWidth,
        seen: chip && bar && getComputedStyle(bar).fill !== getComputedStyle(chip).backgroundColor,
      };
    });
    expect(style).toEqual({ edge: '1px', seen: true });
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
    );
    expect(outline).toBe('solid');
  });
});

describe('titles', () => {
  it('break between phrases, and are copied and named without a trace of it', async () => {
    const page = await open('/xn/XVN10000001/', { viewport: { width: 320, height: 700 } });
    const heading = page.locator('h1');
    expect(await heading.locator('wbr').count()).toBeGreaterThan(1);
    expect(await heading.evaluate((element) => getComputedStyle(element).wordBreak)).toBe('keep-all');
    const title = '空想アプリにおけるクロスサイトスクリプティングの脆弱性';
    const copied = await page.evaluate(() => {
      const selection = getSelection();
      selection?.selectAllChildren(document.querySelector('h1') ?? document.body);
      return selection?.toString();
    });
    expect(copied).toBe(title);
    expect(await heading.textContent()).toBe(title);
    expect(await page.title()).toContain(title);
  });
});

describe('large text', () => {
  let zoomed: Browser;

  beforeAll(async () => {
    // Twice the usual size of text, as a reader sets it: media queries in rem follow it, which no style could do.
    const args = ['--blink-settings=defaultFontSize=32,defaultFixedFontSize=26'];
    zoomed = await launchBrowser(process.env, { args });
  }, 60_000);

  afterAll(async () => {
    await zoomed.close();
  });

  it.each([320, 640])(
    'loses nothing at twice the size and %i px',
    async (width) => {
      const page = await zoomed.newPage({ viewport: { width, height: 800 } });
      const wrong: string[] = [];
      for (const address of PAGES) {
        await page.goto(originOf('fictional') + address);
        const found = await page.evaluate(() => {
          const room = document.documentElement.clientWidth;
          const shown = (element: Element) =>
            element.checkVisibility() && !element.closest('.table-scroll, .strip, pre, .visually-hidden');
          const outside = [...document.querySelectorAll('a, button, input, select, summary, h1, h2, h3, p')]
            .filter(shown)
            .filter(
              (element) =>
                element.getBoundingClientRect().right > room + 1 && element.getBoundingClientRect().width > 2,
            )
            .map((element) => element.outerHTML.slice(0, 120));
          return {
            size: getComputedStyle(document.documentElement).fontSize,
            overflow: document.documentElement.scrollWidth - room,
            outside,
          };
        });
        if (found.size !== '32px' || found.overflow > 0 || found.outside.length > 0) {
          wrong.push(`${address} ${JSON.stringify({ ...found, outside: found.outside.slice(0, 3) })}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );
});
