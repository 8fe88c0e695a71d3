import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildContent, createWorld, writeFiles } from '#scripts/bench/content/generate-content.ts';
import { serveFolder } from '#scripts/serve.ts';
import { launchBrowser } from '#scripts/browser.ts';
import { listViolations } from './axe.ts';

/** A site whose years have thirty rows and whose list has many vendors. */
const SIZE = 600;
const YEAR = '/advisories/2025/';

let folder: string;
let server: Server;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kairan-lists-'));
  const [content, out] = [path.join(folder, 'content'), path.join(folder, 'site')];
  writeFiles(content, buildContent(createWorld(SIZE)));
  execFileSync(process.execPath, ['scripts/cli.ts', 'build', '--no-search'], {
    env: { ...process.env, CONTENT_DIR: content, OUT_DIR: out, SOURCE_DATE_EPOCH: '1767225600' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const served = await serveFolder(out, 0);
  server = served.server;
  origin = `http://127.0.0.1:${String(served.port)}`;
  browser = await launchBrowser(process.env);
}, 180_000);

afterAll(async () => {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(origin + address, { waitUntil: 'networkidle' });
  return page;
}

const rowsOf = (page: Page) => page.locator('list-filter tbody > tr');
const shownIn = (page: Page) => rowsOf(page).filter({ visible: true }).count();
const queryOf = (page: Page) => new URL(page.url()).search;
const countOf = (page: Page) => page.getByRole('status').innerText();

/** The pause after typing, with time to spare. */
const pause = (page: Page) => page.waitForTimeout(400);

describe('a list that can be narrowed', () => {
  it('shows the rows that are wanted, counts them and says so', async () => {
    const page = await open(YEAR);
    const total = await rowsOf(page).count();
    expect(total).toBeGreaterThan(20);
    expect(await countOf(page)).toBe(`${String(total)}件すべてを表示しています。`);
    await page.getByLabel('深刻度').selectOption('high');
    const high = await page.locator('tr[data-severity="high"]').count();
    expect(await shownIn(page)).toBe(high);
    await pause(page);
    expect(await countOf(page)).toBe(`${String(total)}件中${String(high)}件を表示しています。`);
    expect(queryOf(page)).toBe('?severity=high');
    await page.context().close();
  }, 30_000);

  it('finds a row by its identifier in any width and by its CVE', async () => {
    const page = await open(YEAR);
    const id = (await rowsOf(page).nth(7).locator('.id').innerText()).replace('#', '');
    const wide = id.replaceAll(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    await page.getByRole('searchbox').fill(wide);
    expect(await shownIn(page)).toBe(1);
    const cve = /CVE-\d+-\d+/.exec((await rowsOf(page).nth(3).getAttribute('data-text')) ?? '')?.[0] ?? '';
    await page.getByRole('searchbox').fill(cve.toLowerCase());
    expect(await rowsOf(page).nth(3).isVisible()).toBe(true);
    expect(cve).not.toBe('');
    await page.context().close();
  }, 30_000);

  it('hides months without rows and lets no link lead there', async () => {
    const page = await open(YEAR);
    const first = page.locator('section.month').first();
    const id = (await first.locator('.id').first().innerText()).trim();
    await page.getByRole('searchbox').fill(id);
    expect(await page.locator('section.month').filter({ visible: true }).count()).toBe(1);
    const links = page.getByRole('navigation', { name: '月' }).locator('a');
    expect(await links.and(page.locator('[href]')).count()).toBe(1);
    expect(await first.locator('thead').isVisible()).toBe(true);
    await page.context().close();
  }, 30_000);

  it('keeps its state in the address: shared, with Back, and beside what others keep there', async () => {
    const page = await open(`${YEAR}?other=1&severity=high&fix=no&severity=nonsense`);
    expect(await page.getByLabel('深刻度').inputValue()).toBe('high');
    expect(await page.getByLabel('対策').inputValue()).toBe('no');
    const narrow = await shownIn(page);
    await page.getByLabel('対策').selectOption('');
    await pause(page);
    expect(queryOf(page)).toBe('?other=1&severity=high');
    await page.getByRole('searchbox').pressSequentially('xyzzy', { delay: 20 });
    await pause(page);
    expect(await shownIn(page)).toBe(0);
    await page.goBack();
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
    await page.goBack();
    expect(await shownIn(page)).toBe(narrow);
    expect(await page.getByLabel('対策').inputValue()).toBe('no');
    await page.context().close();
  }, 30_000);

  it('says when nothing is left, leads on with the words, and takes all conditions back', async () => {
    const page = await open(`${YEAR}?q=xyzzy+%26b`);
    expect(await shownIn(page)).toBe(0);
    await page.getByText('条件に合う情報はありません。').waitFor();
    const search = page.getByRole('link', { name: '全期間から検索する' });
    expect(new URL((await search.getAttribute('href')) ?? '', origin).searchParams.get('q')).toBe('xyzzy &b');
    await page.getByRole('button', { name: '条件を解除' }).click();
    await pause(page);
    expect(await shownIn(page)).toBe(await rowsOf(page).count());
    expect(queryOf(page)).toBe('');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
    await page.context().close();
  }, 30_000);

  it('waits for an input method', async () => {
    const page = await open(YEAR);
    const total = await rowsOf(page).count();
    await page.getByRole('searchbox').evaluate((field: HTMLInputElement) => {
      field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      field.value = 'ｘｙｚ';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    });
    expect(await shownIn(page)).toBe(total);
    await page.getByRole('searchbox').dispatchEvent('compositionend');
    expect(await shownIn(page)).toBe(0);
    await page.context().close();
  }, 30_000);

  it('gives way to an anchor in what it hides', async () => {
    const page = await open(`${YEAR}?q=xyzzy#m05`);
    expect(await page.locator('#m05').isVisible()).toBe(true);
    expect([queryOf(page), new URL(page.url()).hash]).toEqual(['', '#m05']);
    await page.context().close();
  }, 30_000);

  it('loads nothing while it is used', async () => {
    const page = await open(YEAR);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (!request.url().endsWith('/favicon.svg')) asked.push(request.url());
    });
    await page.getByRole('searchbox').fill('ルータ');
    await page.getByLabel('緊急のみ').check();
    await pause(page);
    expect(asked).toEqual([]);
    await page.context().close();
  }, 30_000);

  it('is read whole without a script, and has no control then', async () => {
    const page = await open(YEAR, { javaScriptEnabled: false });
    expect(await shownIn(page)).toBe(await rowsOf(page).count());
    expect(await page.locator('main :is(input, select, button)').count()).toBe(0);
    await page.context().close();
  }, 30_000);
});

describe('vendors', () => {
  it('are found by reading, in either kana and any width', async () => {
    const page = await open('/vendors/');
    const name = await rowsOf(page).first().locator('a').first().innerText();
    const reading = ((await rowsOf(page).first().getAttribute('data-text')) ?? '').split(' ')[1] ?? '';
    expect(reading).not.toBe('');
    await page.getByRole('searchbox').fill(reading);
    expect(await rowsOf(page).filter({ visible: true }).first().locator('a').first().innerText()).toBe(name);
    await page.context().close();
  }, 30_000);

  it('with many advisories have two lists that do not disturb each other', async () => {
    const page = await open('/vendors/');
    const counts = await page.locator('td.number').allInnerTexts();
    const busiest = counts.map(Number).indexOf(Math.max(...counts.map(Number)));
    await rowsOf(page).nth(busiest).locator('a').first().click();
    const list = page.locator('list-filter[name="advisories"]');
    await list.getByLabel('深刻度').selectOption('critical');
    await pause(page);
    expect(queryOf(page)).toBe('?advisories-severity=critical');
    const products = page.locator('.vendor-products tbody > tr');
    expect(await products.filter({ visible: true }).count()).toBe(await products.count());
    await page.context().close();
  }, 30_000);
});

describe('an unknown address with an identifier', () => {
  it('offers to search for it, in every language of the site', async () => {
    const page = await open('/en/krn/krn%2310000000/');
    await page.getByText('KRN#10000000 をお探しですか').waitFor();
    await page.getByText('Were you looking for KRN#10000000?').waitFor();
    const link = page.getByRole('link', { name: 'Search for KRN#10000000' });
    expect(await link.getAttribute('href')).toBe(`${origin}/en/search/?q=KRN%2310000000`);
    expect(await page.getByRole('link', { name: 'KRN#10000000 を検索する' }).getAttribute('href')).toBe(
      `${origin}/search/?q=KRN%2310000000`,
    );
    await page.context().close();
  }, 30_000);

  it('is only looked for: an address without one offers nothing', async () => {
    const page = await open('/no/such/page/');
    expect(await page.locator('main .banner').count()).toBe(0);
    await page.context().close();
  }, 30_000);
});

describe.each(['light', 'dark'] as const)('lists in the %s theme', (colorScheme) => {
  it.each([`${YEAR}?severity=high`, `/en${YEAR}?q=xyzzy`, '/vendors/?q=a', '/404.html'])(
    'have no axe violation at %s',
    async (address) => {
      const page = await open(address, { colorScheme });
      expect(await listViolations(page)).toEqual([]);
      await page.context().close();
    },
    60_000,
  );
});

it.each(['/', YEAR, `${YEAR}?q=xyzzy`, '/vendors/', '/feeds/', '/404.html'])(
  '%s does not scroll sideways at 320 px',
  async (address) => {
    const page = await open(address, { viewport: { width: 320, height: 640 } });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await page.context().close();
  },
  60_000,
);
