import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { type Language, LANGUAGES } from '#domain/language.ts';
import { wordsOf } from '#i18n/words.ts';
import { PICTURE_SIZE, SHARE_PICTURES, type SharePicture } from '#site/share-picture.ts';
import { encodeIndexedPng, type Pixels } from './indexed-png.ts';

/*
 * `npm run pictures`: draws the pictures of shared links and the icon for home screens into public/.
 * They are kept in the repository, because drawing needs a browser and Japanese fonts, and the pictures hardly ever
 * change. They bear no name of a site, so every coordinator uses the same files.
 */

const root = path.resolve(import.meta.dirname, '../..');
const tokens = readFileSync(path.join(root, 'src/styles/tokens.css'), 'utf8');
const sheet = readFileSync(path.join(import.meta.dirname, 'share-pictures.css'), 'utf8');

async function drawAll(): Promise<void> {
  const browser = await launchBrowser(process.env);
  try {
    for (const name of SHARE_PICTURES) {
      await draw(browser, `og/${name}.png`, PICTURE_SIZE, name === 'site' ? siteCard() : levelCard(name));
    }
    await draw(
      browser,
      'apple-touch-icon.png',
      { width: 180, height: 180 },
      `<main class="icon">${MARK}</main>`,
    );
  } finally {
    await browser.close();
  }
}

/** The mark of the masthead: the character 回 as two squares. */
const MARK =
  '<svg class="mark" viewBox="0 0 32 32"><path d="M4 4h24v24H4z"/><path d="M12 12h8v8h-8z"/></svg>';

function siteCard(): string {
  return card('site', MARK, '', pictureNames('site'));
}

function levelCard(level: Exclude<SharePicture, 'site'>): string {
  const label = LANGUAGES.map((language) => spoken(language, wordsOf(language).sharing.picture.label));
  return card(level, drawMeter(level), `<p class="label">${label.join('')}</p>`, pictureNames(level));
}

function pictureNames(picture: SharePicture): string {
  return LANGUAGES.map((language) => {
    const { advisory } = wordsOf(language).pages;
    if (picture === 'site') return spoken(language, wordsOf(language).sharing.picture.site);
    return spoken(language, picture === 'unrated' ? advisory.unrated : advisory.severities[picture]);
  }).join('');
}

function spoken(language: Language, text: string): string {
  return `<span lang="${language}">${text}</span>`;
}

function card(level: SharePicture, sign: string, label: string, names: string): string {
  return `<main class="card" data-level="${level}">
    <div class="sign">${sign}</div>
    <p class="names">${names}</p>
    ${label}
  </main>`;
}

/** The meter of `components/ui/SeverityName.astro`, large. */
function drawMeter(level: SharePicture): string {
  const lit = Math.max(0, ['none', 'low', 'medium', 'high', 'critical'].indexOf(level));
  const bars = [1, 2, 3, 4].map((bar) => {
    const on = bar <= lit ? ' class="on"' : '';
    return `<rect x="${bar * 4.5 - 4}" y="${12.5 - bar * 3}" width="3" height="${bar * 3 - 1}"${on}/>`;
  });
  return `<svg class="meter" viewBox="0 0 18 12.5">${bars.join('')}</svg>`;
}

async function draw(
  browser: Browser,
  file: string,
  size: { width: number; height: number },
  markup: string,
): Promise<void> {
  const page = await browser.newPage({ viewport: size, colorScheme: 'light' });
  await page.setContent(`<!doctype html><html lang="ja"><style>${tokens}${sheet}</style>${markup}</html>`);
  const screenshot = await page.screenshot();
  const png = encodeIndexedPng({ ...size, rgba: await readPixels(browser, screenshot) });
  await page.close();
  const target = path.join(root, 'public', file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, png);
  process.stdout.write(`${file} ${String(png.length)} B\n`);
}

/** The browser that wrote a PNG reads it best. */
async function readPixels(browser: Browser, png: Buffer): Promise<Pixels['rgba']> {
  const page = await browser.newPage();
  const base64 = await page.evaluate(async (source) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob());
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    if (context === null) throw new Error('The browser gives no canvas.');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    let text = '';
    for (const byte of data) text += String.fromCharCode(byte);
    return btoa(text);
  }, png.toString('base64'));
  await page.close();
  return Buffer.from(base64, 'base64');
}

await drawAll();
