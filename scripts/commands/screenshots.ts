import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '#catalog/catalog.ts';
import { findBrowser, launchBrowser } from '../browser.ts';
import { loadSite } from '../build/load-site.ts';
import type { Environment } from '../environment.ts';
import { parseFlags } from '../flags.ts';
import { choosePages } from '../screenshots/choose-pages.ts';
import { renderContactSheet } from '../screenshots/contact-sheet.ts';
import { type Picture, printPage, takeScreenshots } from '../screenshots/take-screenshots.ts';
import { serveFolder } from '../serve.ts';
import { commandWords } from '../words/words.ts';
import { build } from './build.ts';

/** The folder of the pictures, below the working folder; Git ignores it. */
const FOLDER = 'screenshots';

/** `screenshots`: builds the site and takes a picture of every type of page in every language, theme and width. */
export async function screenshots(environment: Environment, args: readonly string[]): Promise<number> {
  parseFlags(args, {});
  const words = commandWords(environment.language);
  if (findBrowser(environment.env) === undefined) {
    environment.err(words.noBrowser);
    return 1;
  }
  const code = await build(environment, []);
  const { catalog } = loadSite(environment);
  if (code !== 0 || catalog === undefined) return code;
  const folder = join(environment.cwd, FOLDER);
  // Pictures of pages that are gone would be taken for the present state.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const pictures = await takeAll(environment, catalog, folder);
  const sheet = join(folder, 'index.html');
  writeFileSync(sheet, renderContactSheet(catalog.site.url, pictures));
  environment.out(words.pictured(pictures.length, sheet));
  return 0;
}

async function takeAll(environment: Environment, catalog: Catalog, folder: string): Promise<Picture[]> {
  const { server, port } = await serveFolder(environment.outDir, 0);
  const browser = await launchBrowser(environment.env);
  const place = { origin: `http://127.0.0.1:${port}`, folder };
  const pictures: Picture[] = [];
  try {
    for (const language of catalog.site.languages) {
      const pages = choosePages(catalog, language);
      pictures.push(...(await takeScreenshots(browser, place, language, pages)));
      const advisory = pages.find(({ name }) => name === 'advisory-vendors');
      if (advisory) pictures.push(await printPage(browser, place, language, advisory));
    }
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
  return pictures.toSorted((a, b) => (a.file < b.file ? -1 : 1));
}
