import type { Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildCatalog } from '#catalog/build-catalog.ts';
import type { Catalog } from '#catalog/catalog.ts';
import { loadContent } from '#catalog/load-content.ts';
import type { Language } from '#domain/language.ts';
import { launchBrowser } from '#scripts/browser.ts';
import { type ChosenPage, choosePages } from '#scripts/screenshots/choose-pages.ts';
import { serveFolder } from '#scripts/serve.ts';
import { familyAddress } from '#site/addresses.ts';
import { listViolations } from './axe.ts';

/*
 * What holds for every page, looked at on one page of each type: nothing asked of other hosts, nothing for axe to find,
 * few bytes, room on the smallest screen, and everything there without JavaScript. The fictional site has the extremes,
 * the sample has the ordinary cases.
 */

/** Bytes after gzip on an advisory page before anything is searched for. */
const MOST_TEXT = 30_000;
const MOST_SCRIPT = 6_000;

/** Not measured are the extremes: a fictional advisory names hundreds of products. */
const MEASURED = new Set(['advisory', 'advisory-vendors', 'advisory-urgent', 'advisory-withdrawn']);

const NOW = '2026-02-20T00:00:00Z';
const SITES = [
  { name: 'fictional', content: 'tests/fixtures/fictional', built: 'fictionalSite' },
  { name: 'sample', content: 'content', built: 'sampleSite' },
] as const;

const CASES = SITES.flatMap(({ name, content, built }) => {
  const catalog = buildCatalog(loadContent(content), NOW);
  return catalog.site.languages.flatMap((language) =>
    [...choosePages(catalog, language), ...chooseFamilyYear(catalog, language)].map((page) => ({
      site: name,
      built,
      language,
      ...page,
    })),
  );
});

/** The pages of one year of one family, which nobody needs a picture of. */
function chooseFamilyYear({ site, advisories: [newest] }: Catalog, language: Language): ChosenPage[] {
  if (newest === undefined) return [];
  return [{ name: 'family-year', address: familyAddress(site, language, newest.family.path, newest.year) }];
}

const servers = new Map<string, { server: Server; origin: string }>();
let browser: Browser;

beforeAll(async () => {
  for (const { built } of SITES) {
    const { server, port } = await serveFolder(inject(built), 0);
    servers.set(built, { server, origin: `http://127.0.0.1:${String(port)}` });
  }
  browser = await launchBrowser(process.env);
}, 60_000);

afterAll(async () => {
  await browser.close();
  for (const { server } of servers.values()) server.close();
});

type Case = (typeof CASES)[number];

async function withPage<T>(
  { built, address }: Case,
  { javaScriptEnabled = true }: { javaScriptEnabled?: boolean },
  look: (page: Page, seen: { trouble: string[]; responses: Response[] }) => Promise<T>,
): Promise<T> {
  const origin = servers.get(built)?.origin ?? '';
  const page = await browser.newPage({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });
  const seen = { trouble: [] as string[], responses: [] as Response[] };
  page.on('response', (response) => seen.responses.push(response));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) seen.trouble.push(`request to ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') seen.trouble.push(message.text());
  });
  page.on('pageerror', (error) => seen.trouble.push(error.message));
  // Only a search goes on after the page has loaded.
  await page.goto(origin + address, { waitUntil: address.includes('?') ? 'networkidle' : 'load' });
  try {
    return await look(page, seen);
  } finally {
    await page.close();
  }
}

describe.each(CASES)('$site, $language: $name', (page) => {
  const isSearch = page.name.startsWith('search');

  it('asks nothing of others, satisfies axe, fits 320 px and the bytes, and needs no JavaScript', async () => {
    const full = await withPage(page, {}, async (tab, { trouble, responses }) => {
      if (MEASURED.has(page.name)) await expectFewBytes(responses);
      const parts = await listParts(tab);
      expect(await listViolations(tab)).toEqual([]);
      await tab.emulateMedia({ colorScheme: 'dark' });
      // Everything but colour has been looked at already.
      expect(await listViolations(tab, ['color-contrast'])).toEqual([]);
      await tab.setViewportSize({ width: 320, height: 640 });
      expect(await listOverflow(tab)).toEqual([]);
      expect(trouble).toEqual([]);
      return parts;
    });
    await withPage(page, { javaScriptEnabled: false }, async (tab) => {
      const plain = new Set(await listParts(tab));
      // What a search finds is the only thing that a page may owe to JavaScript.
      expect(full.filter((part) => !plain.has(part) && !isSearch)).toEqual([]);
      expect(await listIdleControls(tab)).toEqual([]);
    });
  });
});

async function expectFewBytes(responses: readonly Response[]): Promise<void> {
  const bytes = { document: 0, stylesheet: 0, script: 0 };
  for (const response of responses) {
    const type = response.request().resourceType();
    if (type in bytes) bytes[type as keyof typeof bytes] += gzipSync(await response.body()).length;
  }
  expect(bytes.document + bytes.stylesheet).toBeLessThanOrEqual(MOST_TEXT);
  expect(bytes.script).toBeLessThanOrEqual(MOST_SCRIPT);
}

/** What scrolls sideways: the page itself, or a region that a keyboard cannot reach or that has no name. */
function listOverflow(tab: Page): Promise<string[]> {
  return tab.evaluate(() => {
    const root = document.documentElement;
    const page =
      root.scrollWidth > root.clientWidth ? [`the page is ${String(root.scrollWidth)} px wide`] : [];
    const regions = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) =>
        element.scrollWidth > element.clientWidth + 1 &&
        /auto|scroll/.test(getComputedStyle(element).overflowX) &&
        !(
          (element.tabIndex === 0 || element.querySelector('a[href], button') !== null) &&
          element.closest('[aria-label], [aria-labelledby]') !== null
        ),
    );
    return [...page, ...regions.map((element) => element.outerHTML.slice(0, 120))];
  });
}

/** Where the page leads, and the number of rows of its tables. What a script has added may only repeat a link. */
function listParts(tab: Page): Promise<string[]> {
  return tab.evaluate(() => [
    ...[...document.querySelectorAll<HTMLAnchorElement>('body a[href]')].map(({ href }) => href),
    ...[...document.querySelectorAll('main table')].map(
      (table) => `table of ${String(table.querySelectorAll('tr').length)} rows`,
    ),
  ]);
}

/** Fields and buttons that nobody could use: those outside a form that sends somewhere by itself. */
function listIdleControls(tab: Page): Promise<string[]> {
  return tab.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input, select, textarea')]
      .filter((control) => {
        const form = control.closest('form');
        const works =
          form?.hasAttribute('action') && form.querySelector('button:not([type="button"])') !== null;
        return control.checkVisibility() && !(works && control.getAttribute('type') !== 'button');
      })
      .map((control) => control.outerHTML.slice(0, 120)),
  );
}
