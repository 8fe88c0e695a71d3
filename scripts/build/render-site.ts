import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { formatHashFile, hashAddresses } from '#site/hash-file.ts';
import type {
  Planned,
  PlannedBinary,
  PlannedFile,
  PlannedListing,
  PlannedPage,
  Published,
} from '#site/plan.ts';
import { applySteps, planSteps, whileApplying } from './apply-staging.ts';
import { openLedger } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import type { Manifest } from './manifest.ts';
import { assertDistinct, toOutputPath } from './output-path.ts';
import type { Claim } from './output-path.ts';
import type { Frames } from './render-page.ts';
import { openRenderQueue } from './render-queue.ts';
import type { Renderer, RenderQueue } from './render-queue.ts';
import { shortHash } from './short-hash.ts';
import { stage } from './staging.ts';
import { withStaging } from './with-staging.ts';

/** A file that is published as it stands: an asset, a part of the search index, something of public/. */
export interface Copy {
  /** Path below the output folder. */
  path: string;
  /** Absolute path of the file, or of one that holds it among others. */
  source: string;
  /** Reads it where it is not all of `source`. */
  read?: () => Uint8Array;
  /** Changes when the bytes change. */
  fingerprint: string;
}

/** Everything that one site is made of. */
export interface SiteParts {
  plan: readonly Planned[];
  frames: Frames;
  /** What besides its data shapes a page of this kind of view, or a `file`: the digest of the engine. */
  seal: (kind: string) => string;
  renderer: Renderer;
  /** Those of the copies that are known before anything is rendered. */
  fixed?: readonly Copy[];
  /** All copies. Asked last, so that no copy is made for a site whose pages fail. */
  copies: () => readonly Copy[];
}

/** What a build did; paths are below the output folder and sorted. */
export interface SiteChange {
  manifest: Manifest;
  changed: readonly string[];
  removed: readonly string[];
}

/** Moments at which tests may let a build crash. */
export interface Faults {
  beforeApply?: () => void;
  afterStep?: (done: number) => void;
}

/**
 * Brings the output folder up to date. What the previous build left is kept when it would come out the same and
 * still stands there; the rest is written into a staging folder and moved over when all of it has succeeded.
 * A failure before that moment leaves the output folder as it was.
 * @throws {ApplyError} when the move itself breaks off
 */
export async function renderSite(
  outDir: string,
  previous: Manifest,
  parts: SiteParts,
  faults: Faults = {},
): Promise<SiteChange> {
  return await withStaging(outDir, async (staging) => {
    const { manifest, changed } = await stageSite(openLedger(outDir, previous, staging), staging, parts);
    faults.beforeApply?.();
    const steps = planSteps(outDir, new Set(manifest.keys()), changed);
    whileApplying(() => {
      applySteps(steps, { staging, outDir }, faults.afterStep);
    });
    const removed = [...previous.keys()].filter((path) => !manifest.has(path));
    return { manifest, changed, removed };
  });
}

/** Puts everything that changed into the staging folder. */
async function stageSite(
  ledger: Ledger,
  staging: string,
  parts: SiteParts,
): Promise<ReturnType<Ledger['close']>> {
  const planned = parts.plan.flatMap(addressesOf).map((address) => ({
    path: toOutputPath(address),
    claimant: address,
  }));
  // What can be known before anything is rendered is said before.
  assertDistinct([...planned, ...claimsOf(parts.fixed ?? [])]);
  const queue = openRenderQueue(parts.renderer, parts.frames, staging);
  try {
    await stagePlan(ledger, staging, parts, queue);
    for (const output of await queue.finish()) ledger.staged(output);
    const copies = parts.copies();
    assertDistinct([...planned, ...claimsOf(copies)]);
    for (const copy of copies) stageCopy(ledger, staging, copy);
  } finally {
    await queue.close();
  }
  return ledger.close();
}

function claimsOf(copies: readonly Copy[]): Claim[] {
  return copies.map(({ path, source }) => ({ path, claimant: source }));
}

/** Where an item of the plan comes to stand, with the digests beside it. */
function addressesOf(item: Planned): string[] {
  const beside = item.kind === 'file' ? hashAddresses(item).map(([, address]) => address) : [];
  return [item.address, ...beside];
}

async function stagePlan(
  ledger: Ledger,
  staging: string,
  parts: SiteParts,
  queue: RenderQueue,
): Promise<void> {
  const frames = new Map(Object.entries(parts.frames).map(([key, frame]) => [key, digest(frame)]));
  const stageData = (file: DataFile) => {
    stageFile(ledger, staging, file, parts.seal);
  };
  const files = parts.plan.filter((item) => item.kind === 'file').values();
  for (const page of parts.plan.filter((item) => item.kind === 'page')) {
    const queued = queuePage(ledger, queue, page, [frames.get(page.language) ?? '', parts.seal]);
    await workUntil(queued, files, stageData);
  }
  for (const file of files) stageData(file);
  for (const binary of parts.plan.filter((item) => item.kind === 'binary')) stageData(toFile(ledger, binary));
  for (const listing of parts.plan.filter((item) => item.kind === 'listing'))
    stageData(toFile(ledger, listing));
}

/** Does one piece of work after the other until a promise is kept: threads that render are not waited for in vain. */
async function workUntil<Item>(
  promise: Promise<void>,
  items: Iterator<Item>,
  work: (item: Item) => void,
): Promise<void> {
  const state = { isOver: false };
  const end = (): void => {
    state.isOver = true;
  };
  promise.then(end, end);
  await setImmediate();
  while (!state.isOver) {
    const next = items.next();
    if (next.done === true) break;
    work(next.value);
    await setImmediate();
  }
  await promise;
}

/** What is made of other outputs, as a file; to be asked when those were kept or staged. */
function toFile(ledger: Ledger, item: PlannedBinary | PlannedListing): DataFile {
  const { address, type } = item;
  const published: Published = (other) => ledger.published(toOutputPath(other));
  if (item.kind === 'listing') return { address, type, render: () => item.render(published) };
  return {
    ...{ address, type },
    render: () => item.render((other) => ledger.read(toOutputPath(other))),
    basis: () => item.basis(published),
  };
}

/** A file whose bytes are text or not. */
type DataFile = Omit<PlannedFile, 'kind' | 'render'> & { render: () => string | Uint8Array };

function stageFile(ledger: Ledger, staging: string, file: DataFile, seal: SiteParts['seal']): void {
  const { address, basis } = file;
  const outputs = [
    { path: toOutputPath(address), make: (bytes: Buffer) => bytes },
    ...hashAddresses(file).map(([name, beside]) => ({
      path: toOutputPath(beside),
      make: (bytes: Buffer) => Buffer.from(formatHashFile(name, address, bytes)),
    })),
  ];
  const missing = (fingerprint: string) => outputs.filter(({ path }) => !ledger.keeps(path, fingerprint));
  // A file that says what its bytes depend on is not even rendered while that stays the same.
  const known = basis && missing(shortHash([seal('file'), basis()].join('\n')));
  if (known?.length === 0) return;
  const bytes = Buffer.from(file.render());
  for (const { path, make } of known ?? missing(shortHash(bytes))) {
    const content = make(bytes);
    if (ledger.holds(path, content)) continue;
    ledger.staged({ ...stage(staging, path, content), sha256: hash('sha256', content) });
  }
}

async function queuePage(
  ledger: Ledger,
  queue: RenderQueue,
  page: PlannedPage,
  [frame, seal]: [frame: string, seal: SiteParts['seal']],
): Promise<void> {
  const { address, language } = page;
  const path = toOutputPath(address);
  const value = page.view();
  const view = JSON.stringify(value);
  const fingerprint = shortHash([seal(value.kind), language, frame, view].join('\n'));
  if (!ledger.keeps(path, fingerprint)) await queue.add({ address, path, language, view });
}

function stageCopy(ledger: Ledger, staging: string, copy: Copy): void {
  if (ledger.keeps(copy.path, copy.fingerprint)) return;
  ledger.staged(stage(staging, copy.path, copy.read?.() ?? readFileSync(copy.source)));
}

function digest(value: unknown): string {
  return shortHash(JSON.stringify(value));
}
