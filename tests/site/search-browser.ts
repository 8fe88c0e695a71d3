import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { launchBrowser } from '#scripts/browser.ts';
import { serveFolder } from '#scripts/serve.ts';

/** Where the index of the search stands; nothing of it may load before it is needed. */
export const INDEX = /\/search-index\//;

let browser: Browser;
const servers: Partial<Record<'fictional' | 'sample', { server: Server; origin: string }>> = {};
const trouble: string[] = [];

/** Serves the built sites and starts a browser for the tests of a file; what a page must not do fails the test. */
export function useBrowser(): void {
  beforeAll(async () => {
    servers.fictional = await serve(inject('fictionalSite'));
    servers.sample = await serve(inject('sampleSite'));
    browser = await launchBrowser(process.env);
  }, 60_000);

  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    expect(trouble.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    await browser.close();
    for (const { server } of Object.values(servers)) server.close();
  });
}

/** The address of a built site without a path. */
export function originOf(site: 'fictional' | 'sample'): string {
  return servers[site]?.origin ?? '';
}

async function serve(folder: string): Promise<{ server: Server; origin: string }> {
  const { server, port } = await serveFolder(folder, 0);
  return { server, origin: `http://127.0.0.1:${String(port)}` };
}

interface Opening extends BrowserContextOptions {
  site?: 'fictional' | 'sample';
  /** Runs before the page is loaded. */
  before?: (page: Page) => Promise<unknown>;
  /** Some errors are what a test is about. */
  mayFail?: boolean;
}

/** Opens an address; foreign requests, errors and refused resources fail the test. */
export async function open(address: string, options: Opening = {}): Promise<Page> {
  const { site = 'fictional', before, mayFail = false, ...context } = options;
  const origin = originOf(site);
  const page = await (await browser.newContext(context)).newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) trouble.push(`request to ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !mayFail) trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('dialog', (dialog) => trouble.push(`dialog ${dialog.message()}`));
  await before?.(page);
  await page.goto(origin + address, { waitUntil: 'load' });
  return page;
}

/** The address of the search page for a query; `more` is appended. */
export function searchFor(query: string, more = ''): string {
  return `/search/?q=${encodeURIComponent(query)}${more}`;
}

export function field(page: Page): Locator {
  return page.locator('site-search form input[name="q"]');
}

export function state(page: Page): Locator {
  return page.locator('site-search [data-part="state"]');
}

export function hits(page: Page): Locator {
  return page.locator('site-search .hit');
}

export function titles(page: Page): Locator {
  return page.locator('site-search [data-part="title"] a');
}

/** Waits until the page says so. */
export async function answered(page: Page, text: string | RegExp): Promise<void> {
  await page.locator('site-search [data-part="state"]', { hasText: text }).waitFor({ timeout: 15_000 });
}

/** The name or the tag of the element that has the focus. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(
    () => document.activeElement?.getAttribute('name') ?? document.activeElement?.tagName ?? '',
  );
}
