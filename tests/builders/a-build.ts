import { join } from 'node:path';
import type { Manifest } from '../../scripts/build/manifest.ts';
import { type Faults, renderSite, type SiteParts } from '../../scripts/build/render-site.ts';
import type { Planned } from '#site/plan.ts';
import type { View } from '#site/view.ts';
import { temporaryFolder, treeOf } from './tree.ts';

/** Pages by address; a `.txt` address is a machine file. The text is all that a page shows. */
export type Texts = Record<string, string>;

function toPlan(texts: Texts): Planned[] {
  return Object.entries(texts).map(([address, text]): Planned =>
    address.endsWith('.txt')
      ? { kind: 'file', address, type: 'text/plain', render: () => text }
      : { kind: 'page', address, language: 'ja', view: () => ({ kind: 'about', title: text }) as View },
  );
}

/** What a build is made of; `rendered` lists the pages that it rendered. */
export function toParts(texts: Texts, change: Partial<SiteParts> = {}): SiteParts & { rendered: string[] } {
  const rendered: string[] = [];
  const render = (address: string, { view }: { view: unknown }): Promise<string> => {
    rendered.push(address);
    return Promise.resolve(`<html><body>${(view as { title: string }).title}</body></html>`);
  };
  return {
    plan: toPlan(texts),
    frames: { ja: { title: 'site' } },
    seal: () => 'engine',
    renderer: { render },
    copies: () => [],
    ...change,
    rendered,
  };
}

/** One output folder with its memory, as a command would keep them. */
export function openBuild() {
  const home = temporaryFolder();
  const outDir = join(home, 'dist');
  let memory: Manifest = new Map();
  return {
    home,
    outDir,
    tree: () => treeOf(outDir),
    build: async (parts: SiteParts, faults: Faults = {}) => {
      const change = await renderSite(outDir, memory, parts, faults);
      memory = change.manifest;
      return change;
    },
  };
}

/** What a build from nothing gives. */
export async function cleanTree(texts: Texts): Promise<Record<string, string>> {
  const { build, tree } = openBuild();
  await build(toParts(texts));
  return tree();
}

export const BEFORE: Texts = {
  '/': 'home',
  '/a/': 'a',
  '/b/c/': 'c',
  '/gone/deep/': 'gone',
  '/feed.txt': 'feed',
};
export const AFTER: Texts = {
  '/': 'home 2',
  '/a/': 'a',
  '/b/d/': 'd',
  '/feed.txt': 'feed 2',
  '/gone': 'a file now',
};
