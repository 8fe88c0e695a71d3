import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#scripts/browser.ts';
import { FIXTURE_EPOCH } from './site/build-fixture.ts';

/*
 * The preview for authors as they meet it: the real command on a copy of the fictional content, in a real browser.
 */

const EMBARGOED = '/xn/XVN10000004/';
const XVN1 = 'advisories/2026/XVN10000001.md';

const content = mkdtempSync(join(tmpdir(), 'kairan-preview-'));
const hidden = mkdtempSync(join(tmpdir(), 'kairan-preview-hidden-'));
/** The command while it runs. */
interface Preview {
  server: ChildProcess;
  origin: string;
  /** Everything that it has written to the terminal by now. */
  said: () => string;
}

let preview: Preview;
let origin: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  cpSync('tests/fixtures/fictional', content, { recursive: true });
  cpSync(join(content, 'unreachable'), hidden, { recursive: true });
  rmSync(join(content, 'unreachable'), { recursive: true });
  [preview, browser] = await Promise.all([startPreview(content), launchBrowser(process.env)]);
  ({ origin } = preview);
  page = await browser.newPage();
  // The first page waits for the templates to be compiled.
  await page.goto(origin, { timeout: 50_000 });
}, 60_000);

afterAll(async () => {
  await browser.close();
  await stopPreview(preview);
  for (const folder of [content, hidden]) rmSync(folder, { recursive: true, force: true });
}, 20_000);

async function startPreview(contentDir: string): Promise<Preview> {
  let said = '';
  // Astro does not serve pages to those who say that they are Vitest.
  const env = { ...process.env, VITEST: undefined, NODE_ENV: undefined };
  const server = spawn(process.execPath, ['scripts/cli.ts', 'dev', '--port', '0'], {
    env: {
      ...env,
      CONTENT_DIR: contentDir,
      UNREACHABLE_DIR: hidden,
      SOURCE_DATE_EPOCH: FIXTURE_EPOCH,
      LANG: 'en',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: unknown): void => {
      said += String(chunk);
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('exit', () => {
      reject(new Error(said));
    });
  });
  return { server, origin: address, said: () => said };
}

async function stopPreview({ server }: Preview): Promise<void> {
  server.kill('SIGTERM');
  if (server.exitCode === null) await once(server, 'exit');
}

/** Opens a page and waits until it hears of edits: one that comes before that would be missed. */
async function open(address: string): Promise<void> {
  const connected = page.waitForEvent('console', (message) => message.text().includes('[vite] connected'));
  await page.goto(origin + address);
  await connected;
}

function bar() {
  return page.locator('#author-bar');
}

function edit(file: string, change: (text: string) => string): void {
  const path = join(content, file);
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, change(before));
}

describe('an advisory under embargo', () => {
  it.each([
    { address: EMBARGOED, mark: '公開前の情報です', moment: '2099年1月1日' },
    { address: '/drafts/', mark: '公開前の情報', moment: '2099年1月1日' },
    { address: '/en/drafts/', mark: 'Unpublished advisories', moment: '1 January 2099' },
  ])('is marked at $address with its moment', async ({ address, mark, moment }) => {
    await open(address);
    const text = await page.locator('body').innerText();
    expect(text).toContain(mark);
    expect(text).toContain(moment);
  });

  it('is found from the author bar of any page', async () => {
    await open('/vendors/');
    await bar().locator('a[href="/drafts/"]').click();
    await page.locator(`main a[href="${EMBARGOED}"]`).click();
    await page.locator('.embargo-mark').waitFor();
  });

  it('is the only thing that bears the mark', async () => {
    await open('/xn/XVN10000001/');
    await bar().waitFor();
    expect(await page.locator('.embargo-mark').count()).toBe(0);
  });
});

describe('an edit', () => {
  it('names the files of the page', async () => {
    await open('/en/xn/XVN10000001/');
    const text = await bar().innerText();
    expect(text).toContain('advisories/2026/XVN10000001.en.md');
    expect(text).toContain(XVN1);
  });

  it('shows by itself, where the reader was', async () => {
    await open('/xn/XVN10000001/');
    await page.evaluate(() => {
      scrollTo(0, 240);
    });
    edit(XVN1, (text) => text.replace('## 対策方法', '新しい一文です。\n\n## 対策方法'));
    await page.getByText('新しい一文です。').first().waitFor();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  });

  it('of a private folder shows by itself', async () => {
    await open('/unreachable/');
    const answered = 'number: UR-2025-0004\nansweredOn: 2026-01-30\n';
    writeFileSync(join(hidden, 'UR-2025-0004.yaml'), answered);
    await page.locator('#no-UR-2025-0004', { hasText: 'この掲載は終了しました' }).waitFor();
    expect(await page.locator('main').innerText()).not.toContain('Fictional Nowhere');
  });

  it('with an error leaves the page as it was and says where the error is', async () => {
    await open('/xn/XVN10000001/');
    const title = await page.locator('h1').innerText();
    edit(XVN1, (text) => text.replace(/^title:.*$/m, 'titel: 書き損じ'));
    await bar().getByText(`${XVN1}:3:1`).first().waitFor();
    expect(await bar().innerText()).toContain('エラーが入る前の内容のままです');
    expect(await page.locator('h1').innerText()).toBe(title);
    expect(preview.said()).toContain('XVN10000001.md:3:1');
    // The page of another advisory says so too, because it stays as it was as well.
    await open('/en/xn/XVN10000005/');
    expect(await bar().innerText()).toContain(`${XVN1}:3:1`);
    await open('/findings/');
    expect(await page.locator('main').innerText()).toContain(`${XVN1}:3:1`);
  });

  it('that mends the error shows', async () => {
    await open('/xn/XVN10000001/');
    edit(XVN1, (text) => text.replace(/^titel:.*$/m, 'title: 直した題名'));
    await page.getByRole('heading', { level: 1, name: '直した題名' }).waitFor();
    expect(await bar().innerText()).not.toContain('エラーが入る前');
  });

  it('of an error that only a rule sees leaves the page as it was', async () => {
    await open('/xn/XVN10000001/');
    edit(XVN1, (text) => text.replace('新しい一文です。', '@example さんの一文です。'));
    await bar().getByText('TXT004').first().waitFor();
    expect(await page.locator('main').innerText()).toContain('新しい一文です。');
    edit(XVN1, (text) => text.replace('@example さんの一文', '別の一文'));
    await page.getByText('別の一文です。').first().waitFor();
    await bar().getByText('TXT004').first().waitFor({ state: 'detached' });
  });

  it('that deletes a file removes the page', async () => {
    await open('/xn/XVN10000007/');
    rmSync(join(content, 'advisories/2026/XVN10000007.md'));
    await page.getByRole('heading', { level: 1, name: 'ページが見つかりません' }).waitFor();
  });
});

describe('content that has errors from the start', () => {
  it('is named in the browser, and the site comes as soon as it is right', async () => {
    const broken = mkdtempSync(join(tmpdir(), 'kairan-preview-'));
    cpSync('tests/fixtures/fictional', broken, { recursive: true });
    const [site, advisory] = [join(broken, 'site.yaml'), join(broken, XVN1)];
    const [goodSite, goodAdvisory] = [readFileSync(site, 'utf8'), readFileSync(advisory, 'utf8')];
    writeFileSync(site, goodSite.replace(/^languages:/m, 'langauges:'));
    writeFileSync(advisory, goodAdvisory.replace(/^title:.*$/m, 'titel: <b>'));
    const other = await startPreview(broken);
    const tab = await browser.newPage();
    try {
      await tab.goto(`${other.origin}/xn/XVN10000001/`);
      const main = tab.locator('main');
      expect(await main.innerText()).toContain('There is no site to show yet');
      expect(await main.innerText()).toMatch(/site\.yaml:\d+:\d+/u);
      writeFileSync(site, goodSite);
      await expect.poll(() => main.innerText(), { timeout: 10_000 }).not.toContain('site.yaml');
      const item = main.locator('li', { hasText: `${XVN1}:3:1` });
      expect(await item.innerText()).toMatch(/titel.*Remedy: /su);
      writeFileSync(advisory, goodAdvisory);
      await tab.locator('#author-bar').waitFor({ timeout: 30_000 });
      expect(await main.innerText()).not.toContain('There is no site');
    } finally {
      await tab.close();
      await stopPreview(other);
      rmSync(broken, { recursive: true, force: true });
    }
  }, 60_000);
});

describe('the server', () => {
  it('answers this machine only, and writes nothing', async () => {
    const foreign = await page.request.get(origin, { headers: { host: 'evil.example' } });
    expect(foreign.status()).toBe(403);
    const before = readFileSync(join(content, XVN1), 'utf8');
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const response = await page.request.fetch(`${origin}/xn/XVN10000001/`, { method, data: 'x' });
      expect(response.status(), method).toBe(405);
    }
    expect(readFileSync(join(content, XVN1), 'utf8')).toBe(before);
  });

  it('shows hostile text as text', async () => {
    await open('/xn/XVN10000001/');
    edit(XVN1, (text) => text.replace(/^title:.*$/m, 'title: <img src=x onerror=alert(1)> の題名'));
    await page.getByRole('heading', { level: 1, name: '<img src=x onerror=alert(1)>' }).waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  });
});
