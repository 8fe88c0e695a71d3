import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { forgetOldest } from './forget-oldest.ts';
import { leanTemplates } from './lean-templates.ts';
import { keepOwnLines } from './own-lines.ts';
import { pagesModule } from './pages-module.ts';

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
  // Telemetry asks the network; a build must not.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Whatever the shell says: what is published must never carry what templates allow while editing.
  process.env['NODE_ENV'] = 'production';
  const { build } = await import('astro');
  try {
    await build({
      root,
      outDir,
      // The engine itself publishes public/; a folder that does not exist keeps it out of the compilation.
      publicDir: join(outDir, 'none'),
      logLevel: 'silent',
      vite: {
        logLevel: 'silent',
        plugins: [pagesModule(contentDir, root), ...(runtime === 'lean' ? [leanTemplates(root)] : [])],
      },
    });
  } catch (error) {
    throw new CompileError(describeFailure(error), { cause: error });
  }
}

/** What the compiler said, with the place where it stands when it is known. */
function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { loc } = error as Error & { loc?: { file?: string; line?: number; column?: number } };
  const place = loc?.file === undefined ? '' : `${loc.file}:${loc.line ?? 1}:${loc.column ?? 1}: `;
  return place + keepOwnLines(stripVTControlCharacters(error.message));
}

/** The function that src/server.ts exports: a page's address and data in, its markup out. */
export type RenderPage = (address: string, locals: { site: unknown; view: unknown }) => Promise<string>;

/** Loads the renderer of a compiled site. */
export async function loadRenderer(entry: string): Promise<RenderPage> {
  const module = (await import(pathToFileURL(entry).href)) as { render: RenderPage };
  return module.render;
}
