import { describe, expect, it } from 'vitest';
import {
  answered,
  field,
  focused,
  hits,
  INDEX,
  open,
  searchFor,
  state,
  titles,
  useBrowser,
} from './search-browser.ts';

useBrowser();

describe('before anything is asked', () => {
  it('what is new and how to search stand there, and no file of the index is loaded', async () => {
    const asked: string[] = [];
    const page = await open('/search/', {
      before: async (blank) => {
        blank.on('request', (request) => asked.push(request.url()));
        await Promise.resolve();
      },
    });
    expect(await page.getByRole('heading', { name: '最近公開した情報' }).isVisible()).toBe(true);
    expect(await page.locator('[data-part="start"] .item').count()).toBe(5);
    expect(await page.getByText('XVN#10000002 / XVN10000002 / xvn 10000002').isVisible()).toBe(true);
    expect(await focused(page)).toBe('BODY');
    expect(asked.filter((url) => INDEX.test(url))).toEqual([]);
    await field(page).fill('認証回避');
    await answered(page, /検索結果/);
    expect(asked.some((url) => INDEX.test(url))).toBe(true);
    expect(await page.getByRole('heading', { name: '最近公開した情報' }).isVisible()).toBe(false);
  });

  it('one letter is too short and one kanji is not', async () => {
    const page = await open(searchFor('a'));
    await answered(page, '2文字以上入力してください');
    expect(await hits(page).count()).toBe(0);
    await field(page).fill('脆');
    await answered(page, /「脆」の検索結果: \d+件/);
  });

  it('the first letters of a longer word are told to be searched as they are', async () => {
    const page = await open(searchFor('zzq'));
    await answered(page, '3文字以下の英数字は、語全体が一致するもの');
    await field(page).fill('zzqx');
    await answered(page, '「zzqx」に一致する情報はありません。');
    expect(await state(page).textContent()).not.toContain('3文字以下');
  });

  it('without JavaScript lists lead everywhere, and no control stands there in vain', async () => {
    const page = await open('/search/', { javaScriptEnabled: false });
    expect(await page.locator('noscript .banner').isVisible()).toBe(true);
    for (const address of ['/vendors/', '/advisories/', '/advisories/2025/', '/xn/']) {
      expect(await page.locator(`main a[href="${address}"]`).first().isVisible(), address).toBe(true);
    }
    expect(await page.locator('main a[href*="site%3Anotes.example"]').count()).toBe(2);
    expect(await page.locator('main :is(input, button):visible').count()).toBe(0);
    expect(await page.locator('header :is(dialog, kbd)').count()).toBe(0);
  });
});

describe('an answer', () => {
  it('of a shared link has the field focused, the words marked and says itself in title and live region', async () => {
    const page = await open(searchFor('認証回避'));
    await answered(page, /「認証回避」の検索結果: \d+件/);
    expect(await focused(page)).toBe('q');
    expect(await field(page).inputValue()).toBe('認証回避');
    expect(await page.title()).toMatch(/^「認証回避」の検索結果\(\d+件\) \| /);
    expect(await state(page).getAttribute('role')).toBe('status');
    expect(await hits(page).count()).toBeGreaterThan(0);
  });

  it('stands in ordered lists under headings, names before text', async () => {
    const page = await open(searchFor('空想'));
    await answered(page, /検索結果/);
    const sections = page.locator('site-search section.tier:visible');
    const names = await sections.evaluateAll((all) =>
      all.map(
        (section) => document.getElementById(section.getAttribute('aria-labelledby') ?? '')?.textContent,
      ),
    );
    expect(names[0]).toBe('名前・IDの一致');
    expect(await sections.first().locator('ol > li').count()).toBeGreaterThan(0);
  });

  it('in the text is marked and leads to its section', async () => {
    const page = await open(searchFor('アップデート'));
    await answered(page, /検索結果/);
    const hit = page
      .locator('[data-tier="text"] .hit')
      .filter({ has: page.locator('mark') })
      .first();
    expect(await hit.locator('mark').first().innerText()).toBe('アップデート');
    expect(await hit.locator('.hit-section a').getAttribute('href')).toMatch(/\/#[a-z-]+$/);
  });

  it.each(['xvn 10000001', 'ＸＶＮ＃１０００００01', '10000001', 'XVN#10000001', 'cve-1900-10001'])(
    'to the identifier “%s” is one card, and Enter opens it',
    async (typed) => {
      const page = await open('/search/');
      await field(page).fill(typed);
      await answered(page, /検索結果/);
      const card = page.locator('[data-tier="id"]');
      expect(await card.getByRole('link', { name: 'このIDを開く XVN#10000001' }).count()).toBe(1);
      await field(page).press('Enter');
      await page.waitForURL('**/xn/XVN10000001/');
    },
  );

  it('is announced once, however many letters led to it', async () => {
    const page = await open('/search/');
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(globalThis, { said });
      const line = document.querySelector('site-search [data-part="state"]');
      if (line) new MutationObserver(() => said.push(line.textContent)).observe(line, { childList: true });
    });
    await field(page).pressSequentially('空想ルータ', { delay: 15 });
    await answered(page, '「空想ルータ」');
    await page.waitForTimeout(300);
    const said = await page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
    expect(said.filter((text) => text.includes('検索結果'))).toHaveLength(1);
  });

  it('says that it takes long only when it does', async () => {
    const page = await open('/search/', {
      before: (blank) =>
        blank.route(INDEX, async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 700));
          await route.continue();
        }),
    });
    await field(page).fill('認証回避');
    await page.waitForTimeout(250);
    expect(await state(page).innerText()).toBe('');
    await answered(page, '検索しています…');
    await answered(page, /検索結果/);
  });

  it('is shown in either language', async () => {
    const page = await open('/en/search/?q=cross-site+scripting');
    await answered(page, /Results for “cross-site scripting”: \d+/);
    const title = titles(page).first();
    expect(await title.getAttribute('lang')).toBe('en');
    expect(await hits(page).first().locator('time').innerText()).toBe('3 February 2026');
  });
});

describe('no answer', () => {
  it('shows what was searched, each word alone, and the ways that need no search', async () => {
    const page = await open(searchFor('漏洩　ｚｚｚｑ'));
    await answered(page, '「漏洩 zzzq」に一致する情報はありません');
    const advice = page.locator('[data-part="advice"]');
    expect(await advice.getByText('探した語').innerText()).toContain('漏洩 zzzq');
    expect(await advice.getByRole('link', { name: '漏洩' }).getAttribute('href')).toBe(searchFor('漏洩'));
    expect(await page.locator('.other-ways a[href="/vendors/"]').isVisible()).toBe(true);
    expect(await page.locator('.other-ways a[href="/advisories/2025/"]').isVisible()).toBe(true);
    expect(await page.locator('.facets').isVisible()).toBe(false);
    expect(await page.title()).toContain('一致する情報なし');
    await advice.getByRole('link', { name: '漏洩' }).click();
    await answered(page, /「漏洩」の検索結果: \d+件/);
  });

  it('names the synonyms that were searched too', async () => {
    const page = await open(searchFor('XSS zzzq'));
    await answered(page, 'に一致する情報はありません');
    const advice = page.locator('[data-part="advice"]');
    expect(await advice.innerText()).toContain('クロスサイトスクリプティング');
  });

  it('because of filters offers to search without them', async () => {
    const page = await open(searchFor('認証回避', '&severity=none'));
    await answered(page, '選んだ条件で一致する情報はありません');
    await page.getByRole('button', { name: '絞り込みを解除して探す' }).click();
    await answered(page, /「認証回避」の検索結果: \d+件/);
    expect(await focused(page)).toBe('q');
  });

  it.each(['all', 'some'] as const)(
    'because %s files of the index are missing is told, and a second try works',
    async (missing) => {
      let requests = 0;
      const page = await open(searchFor('認証回避'), {
        mayFail: true,
        before: (blank) =>
          blank.route(INDEX, async (route) => {
            requests += 1;
            if (missing === 'all' || requests > 1) await route.abort();
            else await route.continue();
          }),
      });
      await answered(page, '検索を読み込めませんでした');
      expect(await hits(page).count()).toBe(0);
      expect(await page.locator('.other-ways a[href="/vendors/"]').isVisible()).toBe(true);
      await page.unroute(INDEX);
      await page.getByRole('button', { name: 'もう一度読み込む' }).click();
      await answered(page, /「認証回避」の検索結果: \d+件/);
      expect(await page.locator('[data-part="advice"] button').count()).toBe(0);
    },
  );

  it('while offline is told, and comes by itself when the connection is back', async () => {
    const page = await open('/search/', { mayFail: true });
    await page.context().setOffline(true);
    await field(page).fill('認証回避');
    await answered(page, 'オフラインのため検索できません');
    await page.context().setOffline(false);
    await answered(page, /「認証回避」の検索結果: \d+件/);
  });

  it('is never due to storage that is switched off', async () => {
    const page = await open(searchFor('認証回避'), {
      before: (blank) =>
        blank.addInitScript(() => {
          for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
            Object.defineProperty(globalThis, name, {
              get: () => {
                throw new DOMException('storage is switched off', 'SecurityError');
              },
            });
          }
        }),
    });
    await answered(page, /「認証回避」の検索結果: \d+件/);
  });
});
