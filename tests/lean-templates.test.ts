import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planSite } from '#site/plan-site.ts';
import type { PlannedPage } from '#site/plan.ts';
import { compileSite, loadRenderer, type RenderPage } from '#scripts/build/compile-site.ts';
import { loadSite } from '#scripts/build/load-site.ts';
import { framesOf } from '#scripts/build/plan-outputs.ts';

/*
 * The oracle of `src/template-runtime.ts`: every page of the sample and of a fictional site is the same, byte for byte,
 * whether templates render with it or with Astro's own runtime. Only the names of assets may tell them apart.
 */

const root = resolve('.');
// Compiled templates find the packages of the project from here.
mkdirSync(join(root, '.kairan'), { recursive: true });
const cache = mkdtempSync(join(root, '.kairan/lean-'));

afterAll(() => {
  rmSync(cache, { recursive: true, force: true });
});

describe.each(['content', 'tests/fixtures/fictional'])('%s', (folder) => {
  const contentDir = resolve(folder);
  let renderers: { lean: RenderPage; astro: RenderPage };

  beforeAll(async () => {
    const compile = async (runtime: 'lean' | 'astro') => {
      const cacheDir = join(cache, runtime, folder);
      const { entry } = await compileSite({ root, contentDir, cacheDir, hash: runtime, runtime });
      return loadRenderer(entry);
    };
    renderers = { lean: await compile('lean'), astro: await compile('astro') };
  }, 120_000);

  it('looks the same as Astro renders it', async () => {
    const { catalog } = loadSite({
      ...{ contentDir, cacheDir: cache },
      now: () => '2026-11-20T00:00:00Z',
    });
    if (catalog === undefined) throw new Error('The content has errors.');
    const frames = framesOf(catalog);
    const pages = planSite(catalog).filter((item): item is PlannedPage => item.kind === 'page');
    for (const { address, language, view } of pages) {
      const locals = { site: frames[language], view: view() };
      const [lean, astro] = [
        await renderers.lean(address, locals),
        await renderers.astro(address, { ...locals }),
      ];
      expect(withoutNames(lean), address).toBe(withoutNames(astro));
    }
    expect(pages.length).toBeGreaterThan(50);
  }, 120_000);
});

/** Astro names a sheet of styles after one of the modules that share it. */
function withoutNames(document: string): string {
  return document.replaceAll(/(\/_astro\/)[^"]+(\.(?:css|js))/g, '$1$2');
}
