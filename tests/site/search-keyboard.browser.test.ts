import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answered, field, focused, open, originOf, searchFor, state, useBrowser } from './search-browser.ts';

useBrowser();

describe('an input method', () => {
  it('searches nothing and sends nothing while it composes', async () => {
    const page = await open('/search/');
    await field(page).focus();
    const keyboard = await page.context().newCDPSession(page);
    for (const text of ['に', 'にん', 'にんしょう']) {
      await keyboard.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    await page.waitForTimeout(500);
    expect(await field(page).inputValue()).toBe('にんしょう');
    expect(await state(page).innerText()).toBe('');
    // The Enter that picks a candidate is the input method's.
    await keyboard.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
    expect(page.url()).toBe(`${originOf('fictional')}/search/`);
    await keyboard.send('Input.insertText', { text: '認証' });
    await answered(page, /「認証」の検索結果/);
    expect(page.url()).toContain(encodeURIComponent('認証'));
  });

  it('keeps Safari’s last Enter, which comes after the composition, from sending the form', async () => {
    const page = await open('/search/');
    const prevented = await field(page).evaluate((input) => {
      const init = { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true };
      return !input.dispatchEvent(new KeyboardEvent('keydown', init));
    });
    expect(prevented).toBe(true);
  });
});

describe('the keyboard', () => {
  const dialog = (page: Page) => page.getByRole('dialog', { name: '脆弱性情報を検索' });

  it('opens the search from every page, and nothing of it is loaded before', async () => {
    const asked: string[] = [];
    const page = await open('/xn/XVN10000001/', {
      before: async (blank) => {
        blank.on('request', (request) => asked.push(new URL(request.url()).pathname));
        await Promise.resolve();
      },
    });
    const button = page.getByRole('button', { name: /検索/ });
    expect(await button.getAttribute('aria-keyshortcuts')).toBe('Control+K');
    expect(asked.filter((it) => /search-dialog|search-index|\/search\//.test(it))).toEqual([]);
    await page.locator('main a').first().focus();
    await page.keyboard.press('Control+k');
    expect(await focused(page)).toBe('q');
    await page.keyboard.type('認証回避');
    await dialog(page).locator('.hit').first().waitFor();
    expect(await dialog(page).locator('[role="status"]').innerText()).toMatch(
      /「認証回避」の検索結果: \d+件/,
    );
    await page.keyboard.press('Escape');
    expect(await dialog(page).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  it('opens an identifier from the dialog, and the search page for words', async () => {
    const page = await open('/');
    await page.getByRole('button', { name: /検索.*Ctrl K/ }).click();
    await page.keyboard.type('xvn10000001');
    await dialog(page).locator('.hit').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/xn/XVN10000001/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('認証');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${searchFor('認証')}`);
    await answered(page, /検索結果/);
  });

  it('still leads to the search page when suggestions cannot be loaded', async () => {
    const page = await open('/', {
      mayFail: true,
      before: (blank) => blank.route(/search-dialog/, (route) => route.abort()),
    });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('認証');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${searchFor('認証')}`);
  });

  it('does nothing on a bare slash', async () => {
    const page = await open('/');
    await page.keyboard.press('/');
    expect(await dialog(page).count()).toBe(0);
    expect(await focused(page)).toBe('BODY');
  });

  it('leads from home to an advisory through the search', async () => {
    const page = await open('/');
    const tabTo = async (wanted: () => boolean): Promise<void> => {
      for (let presses = 0; presses < 90; presses += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(wanted)) return;
      }
      throw new Error('Tab never came there.');
    };
    await tabTo(() => document.activeElement?.matches('main input[name="q"]') === true);
    await page.keyboard.type('空想ルータ');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=**');
    await answered(page, /検索結果/);
    expect(await focused(page)).toBe('q');
    await tabTo(() => document.activeElement?.matches('.skip-facets') === true);
    await page.keyboard.press('Enter');
    await tabTo(() => document.activeElement?.matches('[data-part="title"] a') === true);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/xn/XVN10000002/');
  });

  it('clears the field by Escape', async () => {
    const page = await open(searchFor('認証回避'));
    await answered(page, /検索結果/);
    await field(page).press('Escape');
    await page.getByRole('heading', { name: '最近公開した情報' }).waitFor();
    expect(page.url()).toBe(`${originOf('fictional')}/search/`);
  });
});
