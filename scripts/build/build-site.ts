import { hash } from 'node:crypto';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import type { Finding } from '#domain/finding.ts';
import type { Content } from '#catalog/content.ts';
import { toPlainContent } from '#catalog/kept-body.ts';
import type { Planned } from '#site/plan.ts';
import type { PlanOptions } from '#site/plan-site.ts';
import type { Environment } from '../environment.ts';
import { whileApplying } from './apply-staging.ts';
import { compileSite } from './compile-site.ts';
import { listCopies } from './copies.ts';
import { giveWay } from './give-way.ts';
import { hashEngine } from './engine-hash.ts';
import { loadSite } from './load-site.ts';
import type { LoadedSite } from './load-site.ts';
import { holdsRemembered } from './ledger.ts';
import { lockOutput } from './lock-output.ts';
import { loadManifest, saveManifest } from './manifest.ts';
import { writeWhole } from '../write-whole.ts';
import { requireOwnOutput, resolveOutDir } from './out-dir.ts';
import { listPictures } from './pictures.ts';
import { framesOf, planOutputs } from './plan-outputs.ts';
import { renderSite } from './render-site.ts';
import type { SiteParts } from './render-site.ts';
import { sealOf, sealsOf } from './seals.ts';
import { buildSearchIndex } from './search-index.ts';
import { keepHeapsSmall } from './small-heap.ts';
import { clearAbandoned } from './staging.ts';

export interface BuildOptions {
  /** Whether the search index is built; measurements leave it out. */
  search: boolean;
  /** Whether the machine-readable formats are made; measurements leave them out. */
  formats: boolean;
  /** Called when the templates have to be compiled, which takes some seconds. */
  onCompile: () => void;
}

/** What a build did. Without `counts` the content has errors and nothing was touched. */
export interface BuildResult {
  findings: readonly Finding[];
  content: Content;
  counts?: { pages: number; files: number; changed: number; kept: number; removed: number };
}

/** Builds the site of an environment: checks the content, renders what changed, and remembers what stands there. */
export async function buildSite(environment: Environment, options: BuildOptions): Promise<BuildResult> {
  keepHeapsSmall();
  const outDir = resolveOutDir(environment.outDir, environment);
  const unlock = lockOutput(outDir);
  try {
    return await buildInto(outDir, environment, options);
  } finally {
    unlock();
  }
}

async function buildInto(
  outDir: string,
  environment: Environment,
  options: BuildOptions,
): Promise<BuildResult> {
  const memory = join(environment.cacheDir, 'builds', `${hash('sha256', outDir).slice(0, 16)}.json`);
  const previous = loadManifest(memory);
  clearAbandoned(outDir);
  requireOwnOutput(outDir, () => holdsRemembered(outDir, previous));
  const { findings, content, catalog } = loadSite(environment);
  if (catalog === undefined) return { findings, content };
  const commit = environment.git(['-C', environment.contentDir, 'rev-parse', 'HEAD'])?.trim();
  const choices = { formats: options.formats, ...(commit && { commit }) };
  const plan = planOutputs(catalog, choices);
  const parts = await prepareParts(environment, { content, catalog }, plan, options, choices);
  const { manifest, changed, removed } = await renderSite(outDir, previous, parts);
  whileApplying(() => {
    saveManifest(memory, manifest);
    const text = `${JSON.stringify({ changed, removed }, null, 2)}\n`;
    writeWhole(join(environment.cacheDir, 'changed.json'), text);
  });
  const pages = plan.filter(({ kind }) => kind === 'page').length;
  const counts = {
    pages,
    files: manifest.size - pages,
    changed: changed.length,
    kept: manifest.size - changed.length,
    removed: removed.length,
  };
  return { findings, content, counts };
}

async function prepareParts(
  environment: Environment,
  { catalog, content }: Required<Pick<LoadedSite, 'catalog' | 'content'>>,
  plan: readonly Planned[],
  options: BuildOptions,
  choices: PlanOptions,
): Promise<SiteParts> {
  const { root, cacheDir, contentDir } = environment;
  const engine = hashEngine(root, contentDir);
  const { entry, assets } = await compileSite({
    root,
    contentDir,
    cacheDir,
    hash: engine.compiled,
    onCompile: options.onCompile,
  });
  const styles = listCopies(assets);
  const own = listCopies(join(root, 'public'));
  const fixed = [...styles, ...own, ...listPictures(catalog, content, contentDir)];
  const seals = sealsOf(engine, styles);
  return {
    plan: giveWay(plan, own),
    frames: framesOf(catalog),
    seal: sealOf(seals),
    renderer: { entry },
    crew: () => ({ content: packContent(content), now: catalog.now, options: choices, entry, seals }),
    fixed,
    copies: () => [...fixed, ...(options.search ? buildSearchIndex(catalog, cacheDir, engine.engine) : [])],
  };
}

/** The content for other threads, which share the memory. */
function packContent(content: Content): Uint8Array {
  const bytes = serialize(toPlainContent(content));
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}
