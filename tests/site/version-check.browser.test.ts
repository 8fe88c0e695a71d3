import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { buildCatalog } from '#catalog/build-catalog.ts';
import type { Advisory } from '#catalog/catalog.ts';
import { loadContent } from '#catalog/load-content.ts';
import type { AffectedProduct } from '#domain/advisory.ts';
import { compareVersions } from '#domain/version.ts';
import { isRangeProblem, matchVersions, parseVersionRange } from '#domain/version-range.ts';
import { productAnchors } from '#site/anchors.ts';
import { listViolations } from './axe.ts';
import { open, useBrowser } from './search-browser.ts';

useBrowser();

const CONTENT = { fictional: 'tests/fixtures/fictional', sample: 'content' } as const;
const catalogs = Object.entries(CONTENT).map(([site, folder]) => ({
  site: site as keyof typeof CONTENT,
  catalog: buildCatalog(loadContent(folder), '2026-02-20T00:00:00Z'),
}));
const asked = catalogs.flatMap(({ site, catalog }) =>
  catalog.advisories
    .filter(
      ({ facts }) => facts.state === 'published' && facts.affected.some(({ ranges }) => ranges.length > 0),
    )
    .map((advisory) => ({ site, id: advisory.id, advisory })),
);

/** More would take minutes where an advisory has hundreds of products. */
const MOST_VERSIONS = 40;
/** As many different pages as show every kind of answer. */
const ASKED_PAGE = '/xn/XVN10000001/';

interface Shown {
  anchor: string;
  verdict: string;
  reason: string;
}

/** What the page answers for each version, over all products. */
function askPage(page: Page, versions: readonly string[]): Promise<Shown[][]> {
  return page.evaluate(async (list) => {
    const check = document.querySelector('version-check');
    const input = check?.querySelector<HTMLInputElement>('input[name="version"]');
    const answers: Shown[][] = [];
    for (const version of list) {
      if (input) input.value = version;
      check?.querySelector('form')?.requestSubmit();
      do await new Promise((resolve) => setTimeout(resolve));
      while (check?.ariaBusy === 'true');
      answers.push(
        [...(check?.querySelectorAll('.answers li') ?? [])].map((item) => ({
          anchor: decodeURIComponent(item.querySelector('a')?.hash.slice(1) ?? ''),
          verdict: item.closest<HTMLElement>('[data-verdict]')?.dataset['verdict'] ?? '',
          reason: item.querySelector('[data-part="reason"]')?.textContent ?? '',
        })),
      );
    }
    return answers;
  }, versions);
}

/** The phrases that the table prints for each product, by its anchor. */
function readPhrases(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('#affected tr[id]')].map((row) => [
        row.id,
        [...row.querySelectorAll('td:first-of-type li')].map(({ textContent }) => textContent.trim()),
      ]),
    ),
  );
}

/** Below, equal to and above every bound and fixed version, and pre-releases of them. */
function gridOf({ facts }: Advisory): string[] {
  const bounds = facts.affected.flatMap(({ ranges, fixed }) => [
    ...fixed,
    ...ranges.flatMap((range) => range.match(/[0-9A-Za-z][\w.+:~-]*/gu) ?? []),
  ]);
  const near = [...new Set(bounds)].flatMap((bound) => {
    const step = (by: bigint) => bound.replace(/\d+(?=\D*$)/u, (digits) => String(BigInt(digits) + by));
    return [bound, `${bound}.1`, `${bound}-rc1`, step(1n), ...(/[1-9]\D*$/u.test(bound) ? [step(-1n)] : [])];
  });
  return [...new Set(['0', '1.0', '99999', ...near])].slice(0, MOST_VERSIONS);
}

function truth({ ranges, fixed }: AffectedProduct, version: string) {
  const parsed = ranges.map(parseVersionRange).flatMap((range) => (isRangeProblem(range) ? [] : [range]));
  const { affected, because } = matchVersions(parsed, fixed, version);
  return affected ? 'affected' : because.kind === 'no-ranges' ? 'unknown' : 'outside';
}

/** Reads the Japanese words of the table as a person would, without the engine's own range code. */
function phraseSays(phrase: string, version: string): boolean | undefined {
  const readings: [RegExp, (order: (bound: string) => number, x: string, y: string) => boolean][] = [
    [/^すべてのバージョン$/u, () => true],
    [/^(\S+) およびそれ以前$/u, (order, y) => order(y) <= 0],
    [/^(\S+) より前のバージョン$/u, (order, y) => order(y) < 0],
    [/^(\S+) およびそれ以降$/u, (order, x) => order(x) >= 0],
    [/^(\S+) より後$/u, (order, x) => order(x) > 0],
    [/^(\S+) から (\S+) まで$/u, (order, x, y) => order(x) >= 0 && order(y) <= 0],
    [/^(\S+) 以上 (\S+) 未満$/u, (order, x, y) => order(x) >= 0 && order(y) < 0],
    [/^(\S+) より後 (\S+) 以下$/u, (order, x, y) => order(x) > 0 && order(y) <= 0],
    [/^(\S+) より後 (\S+) 未満$/u, (order, x, y) => order(x) > 0 && order(y) < 0],
    [/^([\w.+:~-]*\d[\w.+:~-]*)$/u, (order, x) => order(x) === 0],
  ];
  for (const [pattern, holds] of readings) {
    const [whole, x = '', y = ''] = pattern.exec(phrase) ?? [];
    if (whole !== undefined) return holds((bound) => compareVersions(version, bound), x, y);
  }
  return undefined;
}

describe('the page and the generator agree', () => {
  it.each(asked)(
    '$site $id',
    async ({ site, advisory }) => {
      const { languages } = catalogs[0]?.catalog.site ?? { languages: [] };
      const page = await open(`/${advisory.family.path}/${advisory.slug}/`, { site });
      const anchors = productAnchors(advisory.facts.affected, { languages });
      const versions = gridOf(advisory);
      const answers = await askPage(page, versions);
      const phrases = await readPhrases(page);
      for (const [place, version] of versions.entries()) {
        const shown = new Map(answers[place]?.map((each) => [each.anchor, each]));
        for (const [index, product] of advisory.facts.affected.entries()) {
          const anchor = anchors[index] ?? '';
          const { verdict, reason } = shown.get(anchor) ?? {};
          expect({ anchor, version, verdict }).toEqual({ anchor, version, verdict: truth(product, version) });
          const printed = (phrases[anchor] ?? []).slice(0, product.ranges.length);
          const says = printed.map((phrase) => phraseSays(phrase, version));
          expect(says).not.toContain(undefined);
          const isFixed = product.fixed.some((fixed) => compareVersions(fixed, version) === 0);
          expect({ anchor, version, affected: verdict === 'affected' }).toEqual({
            anchor,
            version,
            affected: says.includes(true) && !isFixed,
          });
          if (verdict === 'affected') expect(printed.some((phrase) => reason?.includes(phrase))).toBe(true);
        }
      }
    },
    60_000,
  );
});

/** Asks as a reader does and waits for what the page says. */
async function ask(page: Page, version: string): Promise<void> {
  await page.locator('version-check input[name="version"]').fill(version);
  await page.locator('version-check button').click();
  await page.locator('version-check:not([aria-busy])').waitFor();
}

/** What the page asks the server for after now. */
function recordRequests(page: Page): string[] {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  return requests;
}

describe('what is typed', () => {
  const helped = [
    ['', 'バージョンを入力してください'],
    ['4.0 以前', '番号だけを入力してください'],
    ['最新版', '番号だけを入力してください'],
    ['>=1.2', '範囲ではなく'],
    ['1.2, 1.3', '一つずつ'],
    ['(^_^)1', '範囲ではなく'],
    ['1/2', '読み取れません'],
  ] as const;

  it('is answered with help when it is no version', async () => {
    const page = await open(ASKED_PAGE);
    const status = page.locator('version-check [role="status"]');
    for (const [text, help] of helped) {
      await ask(page, text);
      expect(await status.textContent()).toContain(help);
      expect(await page.locator('version-check .answers').count()).toBe(0);
      expect(await page.locator('version-check input').last().getAttribute('aria-invalid')).toBe('true');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('version');
    }
  });

  it('is a version in whatever spelling', async () => {
    const page = await open(ASKED_PAGE);
    const status = page.locator('version-check [role="status"]');
    for (const text of ['1.3', '１．３', 'v1.3', 'Ver.1.3', 'バージョン 1.3']) {
      await ask(page, text);
      expect(await status.textContent()).toMatch(/バージョン 1\.3 は影響を受けます.*1\.2 以上 1\.4 未満/su);
    }
  });

  it('may be absurd', async () => {
    const page = await open(ASKED_PAGE);
    for (const text of ['9'.repeat(10_000), '<img src=x onerror=alert(1)>'.repeat(200), '\u202e1.3']) {
      await page.evaluate((value) => {
        const input = document.querySelector<HTMLInputElement>('version-check input[name="version"]');
        if (input) input.value = value;
        input?.form?.requestSubmit();
      }, text);
      await expect.poll(() => page.locator('version-check [role="status"]').textContent()).not.toBe('');
      expect(await page.locator('version-check .answers, version-check img').count()).toBe(0);
    }
  });

  it('stays in the page: no request, no storage, no address', async () => {
    const page = await open(ASKED_PAGE);
    await page.locator('version-check input[name="version"]').focus();
    await page.waitForLoadState('networkidle');
    const requests = recordRequests(page);
    const address = page.url();
    await ask(page, '1.3');
    await page.locator('version-check .answers').waitFor();
    expect(requests).toEqual([]);
    expect(page.url()).toBe(address);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });
});

describe('the answers', () => {
  it('never promise safety, and say what was compared', async () => {
    const page = await open(ASKED_PAGE);
    await ask(page, '1.4');
    const text = await page.locator('version-check').innerText();
    expect(text).toContain('対象範囲に含まれません');
    expect(text).toContain('修正バージョン 1.4 に当たります');
    expect(text).toContain('記載のない脆弱性がないことを示すものではありません');
    expect(text).not.toMatch(/安全|影響を受けません|影響はありません/u);
  });

  it('name the solution where there is one', async () => {
    const page = await open(ASKED_PAGE);
    await ask(page, '1.3');
    const link = page.locator('version-check .answers a[href="#solution"]');
    expect(await link.isVisible()).toBe(true);
    expect(await page.locator('#solution').count()).toBe(1);
  });

  it('stand for one product of five hundred, and for all of them', async () => {
    const page = await open('/xn/XVN10000008/');
    const select = page.locator('version-check select');
    expect(await select.locator('option').count()).toBeGreaterThan(400);
    await select.selectOption({ index: 7 });
    await ask(page, '1.0');
    expect(await page.locator('version-check .answers li').count()).toBe(1);
    await select.selectOption('');
    await ask(page, '0.0.1');
    await expect.poll(() => page.locator('version-check .answers li').count()).toBeGreaterThan(400);
    expect(await page.locator('version-check [role="status"]').textContent()).toMatch(/影響を受ける \d+件/u);
  }, 30_000);

  it.each(['light', 'dark'] as const)('satisfy axe and fit 320 px (%s)', async (colorScheme) => {
    const page = await open('/jp/JVN24885537/', {
      site: 'sample',
      colorScheme,
      viewport: { width: 320, height: 700 },
    });
    await ask(page, '1.05');
    expect(await listViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it('are not offered without JavaScript, where the table answers', async () => {
    const page = await open(ASKED_PAGE, { javaScriptEnabled: false });
    expect(await page.locator('version-check').innerText()).toBe('');
    expect(await page.locator('#affected table').isVisible()).toBe(true);
  });
});

describe('what answers', () => {
  const SCRIPT = '**/version-questions*.js';

  it('comes when a reader turns to the field, and only then', async () => {
    const page = await open(ASKED_PAGE);
    await page.waitForLoadState('networkidle');
    const requests = recordRequests(page);
    await page.mouse.move(0, 0);
    expect(requests).toEqual([]);
    await page.locator('version-check input[name="version"]').focus();
    await expect.poll(() => requests.length).toBeGreaterThan(0);
    expect(requests.every((path) => path.endsWith('.js'))).toBe(true);
  });

  it('is told when it does not come, with the way out', async () => {
    const page = await open(ASKED_PAGE, {
      mayFail: true,
      before: (tab) => tab.route(SCRIPT, (route) => route.abort()),
    });
    const status = page.locator('version-check [role="status"]');
    await ask(page, '1.3');
    expect(await status.textContent()).toMatch(/読み込めませんでした.*再読み込み/);
    await page.unroute(SCRIPT);
    // Browsers may remember for the life of a page that a script did not come.
    await page.reload();
    await ask(page, '1.3');
    await page.locator('version-check .answers').first().waitFor();
  });
});

describe('on a vendor’s page', () => {
  it('the answer names the advisories, from one file that is loaded on first use', async () => {
    const page = await open('/vendors/kuuso-soft/');
    await page.waitForLoadState('networkidle');
    const requests = recordRequests(page);
    await ask(page, '1.3');
    await page.locator('version-check .answers').first().waitFor();
    const link = page.locator('version-check [data-verdict="affected"] a').first();
    expect(await link.getAttribute('href')).toMatch(/^\/xn\/XVN\d+\/#product-/u);
    await ask(page, '99999');
    expect(requests.filter((path) => !path.endsWith('.js'))).toEqual(['/vendors/kuuso-soft/versions.json']);
    await expect.poll(() => page.locator('version-check [role="status"]').textContent()).toContain('99999');
  });

  it('a file that does not come is told, and tried again', async () => {
    const page = await open('/vendors/kuuso-soft/', {
      mayFail: true,
      before: (tab) => tab.route('**/versions.json', (route) => route.abort(), { times: 1 }),
    });
    await page.evaluate(() =>
      document.querySelector('version-check form')?.dispatchEvent(new Event('submit')),
    );
    await ask(page, '1.3');
    const status = page.locator('version-check [role="status"]');
    await expect.poll(() => status.textContent()).toMatch(/読み込めませんでした|影響を受け/u);
    await ask(page, '1.3');
    await page.locator('version-check .answers').first().waitFor();
  });
});
