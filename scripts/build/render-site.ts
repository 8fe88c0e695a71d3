import { readFileSync } from 'node:fs';
import { hashAddresses } from '#site/hash-file.ts';
import type { Planned, PlannedBinary, PlannedListing, PlannedPage, Published } from '#site/plan.ts';
import { applySteps, planSteps, whileApplying } from './apply-staging.ts';
import { makeAll, type Order, standingIn } from './crew.ts';
import type { MemberStart } from './crew-member.ts';
import { openLedger } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import type { Manifest } from './manifest.ts';
import { assertDistinct, toOutputPath } from './output-path.ts';
import type { Claim } from './output-path.ts';
import { stage } from './staging.ts';
import { withStaging } from './with-staging.ts';
import { type DataFile, openWorkshop, type Tools, type Workshop } from './workshop.ts';

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
export interface SiteParts extends Omit<Tools, 'staging'> {
  plan: readonly Planned[];
  /** What threads must know to make parts of the same site; without it this one makes all of them. */
  crew?: () => Omit<MemberStart, 'staging'>;
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
  const planned = parts.plan.flatMap((item) =>
    addressesOf(item).map((address) => ({ path: toOutputPath(address), claimant: address })),
  );
  // What can be known before anything is rendered is said before.
  assertDistinct([...planned, ...claimsOf(parts.fixed ?? [])]);
  await stagePlan(ledger, staging, parts);
  const copies = parts.copies();
  assertDistinct([...planned, ...claimsOf(copies)]);
  for (const copy of copies) stageCopy(ledger, staging, copy);
  return ledger.close();
}

function claimsOf(copies: readonly Copy[]): Claim[] {
  return copies.map(({ path, source }) => ({ path, claimant: source }));
}

/** Where an item of the plan comes to stand, with the digests beside it. */
function addressesOf(item: Planned | DataFile): string[] {
  const beside = item.kind === 'file' ? hashAddresses(item).map(([, address]) => address) : [];
  return [item.address, ...beside];
}

async function stagePlan(ledger: Ledger, staging: string, parts: SiteParts): Promise<void> {
  const { plan, crew } = parts;
  const workshop = openWorkshop({ ...parts, staging });
  const orders = plan.flatMap((item) =>
    item.kind === 'page' || item.kind === 'file' ? orderOf(ledger, workshop, item) : [],
  );
  const start = crew && (() => ({ ...crew(), staging }));
  for (const made of await makeAll(orders, plan.length, workshop, start)) ledger.made(made);
  // What is made of other outputs is made when those are known: archives first, because lists may tell about them.
  const binaries = plan.filter((item) => item.kind === 'binary');
  const listings = plan.filter((item) => item.kind === 'listing');
  for (const item of [...binaries, ...listings]) await makeFrom(ledger, workshop, toFile(ledger, item));
}

/** Asks for an output, unless it is kept. */
function orderOf(ledger: Ledger, workshop: Workshop, item: PlannedPage | DataFile): Order[] {
  const paths = addressesOf(item).map(toOutputPath);
  if (ledger.keeps(paths, workshop.basisOf(item))) return [];
  const standing = paths.flatMap((path) => {
    const content = ledger.standing(path);
    return content === undefined ? [] : [[path, content] as const];
  });
  return [{ item, standing: Object.fromEntries(standing) }];
}

async function makeFrom(ledger: Ledger, workshop: Workshop, file: DataFile): Promise<void> {
  for (const { item, standing } of orderOf(ledger, workshop, file)) {
    for (const made of await workshop.make(item, standingIn(standing))) ledger.made(made);
  }
}

/** What is made of other outputs, as a file; to be asked when those were kept or made. */
function toFile(ledger: Ledger, item: PlannedBinary | PlannedListing): DataFile {
  const { address, type } = item;
  const published: Published = (other) => ledger.published(toOutputPath(other));
  if (item.kind === 'listing') return { kind: 'file', address, type, render: () => item.render(published) };
  return {
    ...{ kind: 'file', address, type },
    render: () => item.render((other) => ledger.read(toOutputPath(other))),
    basis: () => item.basis(published),
  };
}

function stageCopy(ledger: Ledger, staging: string, copy: Copy): void {
  const { path, source, fingerprint } = copy;
  if (ledger.keeps([path], fingerprint)) return;
  const staged = stage(staging, path, copy.read?.() ?? readFileSync(source));
  ledger.made({ path, content: fingerprint, staged });
}
