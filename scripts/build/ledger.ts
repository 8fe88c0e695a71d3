import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest, Remembered } from './manifest.ts';
import { foldersOf } from './output-path.ts';
import type { Made } from './workshop.ts';

/** The account of one build: which outputs stay as they are and which were written anew. */
export interface Ledger {
  /**
   * Enters outputs that are made together. True when all of them had the same basis the last time and still stand in
   * their places untouched, so that nothing has to be done; false when they must be made.
   * @param basis a digest of what they depend on; without one they must be made
   */
  keeps: (paths: readonly string[], basis: string | undefined) => boolean;
  /** The content that stands untouched at a path, as it was remembered. */
  standing: (path: string) => string | undefined;
  /**
   * What is known of a file that was kept or made.
   * @throws when it was neither, or is a page
   */
  published: (path: string) => { sha256: string; size: number };
  /**
   * The bytes of an output that was kept or made.
   * @throws when it was neither
   */
  read: (path: string) => Buffer;
  /** Notes that an entered output was made. */
  made: (output: Made) => void;
  /** Closes the account: the memory of the new site and the paths that were staged, both in order. */
  close: () => { manifest: Manifest; changed: string[] };
}

/** Opens the account against what the previous build remembered; what is new comes to stand in `staging`. */
export function openLedger(outDir: string, previous: Manifest, staging: string): Ledger {
  const entries = new Map<string, Remembered>();
  const awaited = new Map<string, string>();
  const changed = new Set<string>();
  const stands = openInspection(outDir);
  return {
    keeps(paths, basis) {
      const twin = paths.find((path) => entries.has(path) || awaited.has(path));
      if (twin !== undefined) throw new Error(`Two outputs want one place: ${twin}`);
      const known = paths.map((path) => [path, previous.get(path)] as const);
      const isKept = known.every(([path, old]) => old && old[0] === basis && stands(path, old));
      for (const [path, old] of known) {
        if (isKept && old) entries.set(path, old);
        else awaited.set(path, basis ?? '');
      }
      return isKept;
    },
    standing(path) {
      const old = previous.get(path);
      return old && stands(path, old) ? old[1] : undefined;
    },
    published(path) {
      const [, sha256 = '', size = 0] = entries.get(path) ?? [];
      if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`Nothing is known of ${path}.`);
      return { sha256, size };
    },
    read(path) {
      if (!entries.has(path)) throw new Error(`Nothing is known of ${path}.`);
      return readFileSync(join(changed.has(path) ? staging : outDir, path));
    },
    made({ path, content, staged }) {
      const basis = awaited.get(path);
      const stays = staged ?? toStaying(previous.get(path));
      if (basis === undefined || stays === undefined) throw new Error(`Nobody asked for ${path}.`);
      awaited.delete(path);
      entries.set(path, [basis, content, stays.size, stays.mtimeMs]);
      if (staged) changed.add(path);
    },
    close() {
      const [missing] = awaited.keys();
      if (missing !== undefined) throw new Error(`${missing} was never written.`);
      return { manifest: inOrder(entries), changed: [...changed].sort() };
    },
  };
}

function toStaying(old: Remembered | undefined): { size: number; mtimeMs: number } | undefined {
  return old && { size: old[2], mtimeMs: old[3] };
}

/** Sorting the paths alone is several times as quick as sorting pairs. */
function inOrder(entries: ReadonlyMap<string, Remembered>): Map<string, Remembered> {
  const sorted = new Map<string, Remembered>();
  for (const path of [...entries.keys()].sort()) {
    const entry = entries.get(path);
    if (entry !== undefined) sorted.set(path, entry);
  }
  return sorted;
}

/** Asks whether outputs stand in their places untouched; each folder is looked at once. */
type Inspection = (path: string, remembered: Remembered) => boolean;

/** A file stands untouched when it is plain, has its size and moment, and no folder above it is a link. */
function openInspection(outDir: string): Inspection {
  const folders = new Map<string, boolean>();
  const isFolder = (path: string): boolean => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const found = lstatSync(join(outDir, path), { throwIfNoEntry: false })?.isDirectory() === true;
    folders.set(path, found);
    return found;
  };
  return (path, [, , size, mtimeMs]) => {
    if (!foldersOf(path).every(isFolder)) return false;
    const found = lstatSync(join(outDir, path), { throwIfNoEntry: false });
    return found?.isFile() === true && found.size === size && found.mtimeMs === mtimeMs;
  };
}

/** Whether anything that a build remembers still stands in a folder as that build left it. */
export function holdsRemembered(outDir: string, previous: Manifest): boolean {
  const stands = openInspection(outDir);
  return [...previous].some(([path, remembered]) => stands(path, remembered));
}
