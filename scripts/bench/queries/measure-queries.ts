import type { Browser, BrowserContext, Request } from 'playwright-core';
import { launchBrowser } from '../../browser.ts';
import { serveFolder } from '../../serve.ts';
import type { Query } from './choose-queries.ts';
import type { QueryCost } from './query-cost.ts';

/**
 * Asks every query on the finished site's own search page, in real Chromium, each in a fresh context: nothing is cached.
 * The site is served from this machine, text compressed as hosts do.
 * @param folder the finished site
 */
export async function measureQueries(
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
  queries: readonly Query[],
): Promise<QueryCost[]> {
  const { server, port } = await serveFolder(folder, 0);
  const browser = await launchBrowser(env);
  try {
    const origin = `http://127.0.0.1:${port}`;
    const costs: QueryCost[] = [];
    for (const query of queries) costs.push(await askOnce(browser, origin, query));
    return costs;
  } finally {
    await browser.close();
    server.close();
  }
}

const LONGEST_MS = 60_000;

async function askOnce(browser: Browser, origin: string, { language, typed }: Query): Promise<QueryCost> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const readTraffic = watchTraffic(context);
    await page.addInitScript(noteAnswer);
    const start = language === 'ja' ? '/' : `/${language}/`;
    await page.goto(`${origin}${start}search/?q=${encodeURIComponent(typed)}`);
    const seen = await page.waitForFunction(() => (globalThis as Answered).answeredAt, null, {
      timeout: LONGEST_MS,
    });
    const milliseconds = (await seen.jsonValue()) ?? 0;
    await page.waitForLoadState('networkidle');
    const shown = await page.locator('.hit').count();
    return { language, typed, milliseconds, ...(await readTraffic()), shown };
  } finally {
    await context.close();
  }
}

type Answered = typeof globalThis & { answeredAt?: number };

/** Runs in the page: both search pages change the title when their answer stands there. */
function noteAnswer(): void {
  addEventListener('DOMContentLoaded', () => {
    const before = document.title;
    const title = document.querySelector('title');
    if (title === null) return;
    new MutationObserver(() => {
      if (document.title !== before) (globalThis as Answered).answeredAt ??= performance.now();
    }).observe(title, { childList: true, characterData: true, subtree: true });
  });
}

/** What the search loads, as it goes over the wire, its workers' requests too; what any page loads is left out. */
function watchTraffic(context: BrowserContext): () => Promise<Pick<QueryCost, 'bytes' | 'requests'>> {
  const sizes: Promise<number>[] = [];
  context.on('requestfinished', (request) => {
    if (!OF_ANY_PAGE.has(request.resourceType())) sizes.push(sizeOf(request));
  });
  return async () => {
    const all = await Promise.all(sizes);
    const bytes = all.filter((size) => size > 0);
    return { bytes: bytes.reduce((sum, size) => sum + size, 0), requests: bytes.length };
  };
}

const OF_ANY_PAGE: ReadonlySet<string> = new Set(['document', 'stylesheet', 'image', 'font']);

/** Nothing for what is not there: a template of another generator may name a script that the bench does not need. */
async function sizeOf(request: Request): Promise<number> {
  if ((await request.response())?.ok() !== true) return 0;
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  return responseBodySize + responseHeadersSize;
}
