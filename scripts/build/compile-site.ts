import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runAstroApart } from './astro-process.ts';
import { forgetOldest } from './forget-oldest.ts';

/** The compiled templates on disk. */
export interface CompiledSite {
  /** The module that exports `render` (src/server.ts). */
  entry: string;
  /** Folder of the styles and scripts that pages link to. */
  assets: string;
}

/** The templates or the trusted pages do not compile; `message` is the compiler's. */
export class CompileError extends Error {}

/** Where a compilation comes from and goes to. `hash` names it. */
export interface CompileOptions {
  root: string;
  contentDir: string;
  cacheDir: string;
  hash: string;
  /** Whose functions templates call: ours, or Astro's own for comparison. */
  runtime?: 'lean' | 'astro';
  /** Called before a compilation, which takes some seconds. */
  onCompile?: () => void;
}

const KEPT_COMPILATIONS = 4;

/**
 * The compiled templates: taken from the cache when the same inputs were compiled before, otherwise compiled by
 * Astro into a folder of its own and renamed into place when complete.
 * @throws {CompileError}
 */
export async function compileSite(options: CompileOptions): Promise<CompiledSite> {
  const folder = join(options.cacheDir, 'compiled', options.hash);
  const site = { entry: join(folder, 'server', 'entry.mjs'), assets: join(folder, 'client') };
  if (!existsSync(site.entry)) await compileInto(folder, options);
  forgetOldest(folder, KEPT_COMPILATIONS);
  return site;
}

async function compileInto(folder: string, options: CompileOptions): Promise<void> {
  options.onCompile?.();
  const unfinished = `${folder}.unfinished-${process.pid}`;
  try {
    await runAstro(options, unfinished);
    mkdirSync(join(unfinished, 'client'), { recursive: true });
    // Astro's output is an ES module wherever the cache stands.
    writeFileSync(join(unfinished, 'package.json'), '{ "type": "module" }\n');
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

async function runAstro(
  { root, contentDir, runtime = 'lean' }: CompileOptions,
  outDir: string,
): Promise<void> {
  try {
    await runAstroApart({ root, contentDir, runtime, outDir });
  } catch (error) {
    throw new CompileError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** The function that src/server.ts exports: a page's address and data in, its markup out. */
export type RenderPage = (address: string, locals: { site: unknown; view: unknown }) => Promise<string>;

/** Loads the renderer of a compiled site. */
export async function loadRenderer(entry: string): Promise<RenderPage> {
  const module = (await import(pathToFileURL(entry).href)) as { render: RenderPage };
  return module.render;
}
