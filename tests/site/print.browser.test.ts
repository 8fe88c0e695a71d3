import { describe, expect, it } from 'vitest';
import { extractText, getDocumentProxy } from 'unpdf';
import { open, useBrowser } from './search-browser.ts';

useBrowser();

/** What an A4 sheet leaves between the margins of the print style, in CSS pixels. */
const PAPER_WIDTH = Math.round(((210 - 2 * 14) / 25.4) * 96);

const printed = new Map<string, Promise<string[]>>();

/** The text of each printed sheet in NFKC without white space, because fonts decide on both. */
function print(address: string): Promise<string[]> {
  const sheets = printed.get(address) ?? readPrinted(address);
  printed.set(address, sheets);
  return sheets;
}

async function readPrinted(address: string): Promise<string[]> {
  const page = await open(address);
  const file = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: false });
  return text.map((sheet) => sheet.normalize('NFKC').replaceAll(/\s+/gu, ''));
}

describe('an advisory with sixty vendors on paper', () => {
  it('says on its first sheet what it is, in which revision and where it stands', async () => {
    const [first] = await print('/xn/XVN10000005/');
    for (const words of ['XVN#10000005', '第2版', '2025年12月10日', 'https://notes.example/xn/XVN10000005/'])
      expect(first).toContain(words);
  });

  it('repeats the headings of the table on every sheet that it covers', async () => {
    const sheets = await print('/xn/XVN10000005/');
    const rows = /架空(\d\d)株式会社(?:該当|不明|脆弱性)/gu;
    const covered = sheets.filter((sheet) => sheet.search(rows) >= 0);
    expect(covered.length).toBeGreaterThan(1);
    for (const sheet of covered) expect(sheet).toContain('ベンダの告知更新日');
    const printedVendors = [...sheets.join('').matchAll(rows)].map(([, number]) => number);
    expect(new Set(printedVendors).size).toBe(60);
  });

  it('clips nothing at the right edge', async () => {
    const page = await open('/xn/XVN10000005/', { viewport: { width: PAPER_WIDTH, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    const beyond = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(beyond).toEqual([]);
  });
});

describe('any advisory on paper', () => {
  it('shows what closed summaries hold, and no control, filter or menu', async () => {
    const text = (await print('/xn/XVN10000008/')).join('');
    expect(text).toContain('攻撃元区分(AV)');
    expect(text).toContain('影響を受ける製品があり、ほかの製品についても調査が続いています。');
    for (const words of ['このページの内容', '誤りを知らせる', '絞り込む', '調べる', 'コピー', '配色'])
      expect(text).not.toContain(words);
  });

  it('prints the addresses of references and notices, and of no other link', async () => {
    const text = (await print('/xn/XVN10000008/')).join('');
    expect(text).toContain('https://docs.example/8');
    expect(text).toContain('https://soft.kuuso.example/notice/8');
    expect(text).not.toContain('first.org');
    expect(text).not.toContain('cwe.mitre.org');
  });

  it.each(['/xn/XVN10000008/', '/xn/XVN10000007/', '/en/xn/XVN10000002/'])(
    'clips nothing of %s',
    async (address) => {
      const page = await open(address, { viewport: { width: PAPER_WIDTH, height: 1000 } });
      await page.emulateMedia({ media: 'print' });
      const root = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(root).toBeLessThanOrEqual(PAPER_WIDTH);
    },
  );

  it('is dark ink on white paper, whatever the screen shows', async () => {
    const page = await open('/xn/XVN10000002/', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const colours = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.documentElement);
      return { color, backgroundColor };
    });
    expect(colours).toEqual({ color: 'rgb(26, 26, 26)', backgroundColor: 'rgb(255, 255, 255)' });
  });
});
