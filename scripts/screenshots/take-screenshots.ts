import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { Language } from '#domain/language.ts';
import type { ChosenPage } from './choose-pages.ts';

/** One file of the folder, and the page that it shows. */
export interface Picture {
  file: string;
  page: string;
}

const THEMES = ['light', 'dark'] as const;
const WIDTHS = [360, 1280] as const;

/** What a reader's surroundings are called in a file name, and how a browser is told of them. */
type Look = readonly [name: string, options: BrowserContextOptions];

const LOOKS: readonly Look[] = [
  ...WIDTHS.flatMap((width) =>
    THEMES.map(
      (theme): Look => [
        `${width}-${theme}`,
        { viewport: { width, height: 900 }, colorScheme: theme, deviceScaleFactor: 1 },
      ],
    ),
  ),
  ['1280-forced', { viewport: { width: 1280, height: 900 }, forcedColors: 'active' }],
];

/** Pages of a language, taken in every look: `<page>-<language>-<width>-<theme>.png`. Whole pages, top to bottom. */
export async function takeScreenshots(
  browser: Browser,
  { origin, folder }: { origin: string; folder: string },
  language: Language,
  pages: readonly ChosenPage[],
): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const [look, options] of LOOKS) {
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce', locale: language });
    const tab = await context.newPage();
    for (const { name, address } of pages) {
      const file = `${name}-${language}-${look}.png`;
      // Only a search goes on after the page has loaded.
      await tab.goto(origin + address, { waitUntil: address.includes('?') ? 'networkidle' : 'load' });
      await tab.screenshot({ path: join(folder, file), fullPage: true });
      pictures.push({ file, page: name });
    }
    await context.close();
  }
  return pictures;
}

/** An advisory as it comes out of a printer, on A4. */
export async function printPage(
  browser: Browser,
  { origin, folder }: { origin: string; folder: string },
  language: Language,
  { name, address }: ChosenPage,
): Promise<Picture> {
  const tab = await browser.newPage();
  const file = `${name}-${language}-print.pdf`;
  await tab.goto(origin + address, { waitUntil: 'networkidle' });
  await tab.pdf({ path: join(folder, file), format: 'A4' });
  await tab.close();
  return { file, page: name };
}
