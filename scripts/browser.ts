import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** What Chromium and its kin are called on the systems that people use. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Nothing of the browser's own goes to the network, and no graphics card is needed. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser of this machine: the program that `CHROME_PATH` names, else the first one found on the path or where
 * installers put it. `scripts/bootstrap.mjs` looks in the same places before anything is installed.
 */
export function findBrowser(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const named = env['CHROME_PATH'];
  if (named) return isProgram(named) ? named : undefined;
  const folders = (env['PATH'] ?? '').split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...PLACES].find(isProgram);
}

/**
 * Starts the browser of this machine without a window.
 * @param extra flags beside the usual ones, and usual ones of Playwright to leave out
 * @throws when there is none
 */
export async function launchBrowser(
  env: Readonly<Record<string, string | undefined>>,
  { args = [], ignoreDefaultArgs = [] }: { args?: string[]; ignoreDefaultArgs?: string[] } = {},
): Promise<Browser> {
  const executablePath = findBrowser(env);
  if (executablePath === undefined) throw new Error('No Chromium was found; name its place in CHROME_PATH.');
  return await chromium.launch({ executablePath, args: [...FLAGS, ...args], ignoreDefaultArgs });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
