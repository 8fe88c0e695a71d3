import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest, Remembered } from './manifest.ts';
import { foldersOf } from './output-path.ts';
import type { Staged } from './staging.ts';

/** The account of one build: which outputs stay as they are and which were written anew. */
export interface Ledger {
  /**
   * Enters an output. True when it came out the same the last time and still stands in its place untouched,
   * so that nothing has to be done; false when it must be staged.
   */
  keeps: (path: string, fingerprint: string) => boolean;
  /**
   * Looks at an entered output once more, now that its bytes are known: true when they stand in its place already,
   * whatever the fingerprint said, so that nothing has to be staged.
   */
  holds: (path: string, bytes: Buffer) => boolean;
  /**
   * What is known of an output that was kept or staged.
   * @throws when it was neither, or its digest was not asked for
   */
  published: (path: string) => { sha256: string; size: number };
  /**
   * The bytes of an output that was kept or staged.
   * @throws when it was neither
   */
  read: (path: string) => Buffer;
  /** Notes that an entered output stands in the staging folder. */
  staged: (output: Staged) => void;
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
    keeps(path, fingerprint) {
      if (entries.has(path) || awaited.has(path)) throw new Error(`Two outputs want one place: ${path}`);
      const old = previous.get(path);
      if (old?.[0] === fingerprint && stands(path, old)) {
        entries.set(path, old);
        return true;
      }
      awaited.set(path, fingerprint);
      return false;
    },
    holds(path, bytes) {
      const old = previous.get(path);
      const fingerprint = awaited.get(path);
      if (old?.[1] !== bytes.length || fingerprint === undefined) return false;
      if (!stands(path, old) || !readFileSync(join(outDir, path)).equals(bytes)) return false;
      awaited.delete(path);
      const [, ...rest] = old;
      entries.set(path, [fingerprint, ...rest]);
      return true;
    },
    published(path) {
      const [, size, , sha256] = entries.get(path) ?? [];
      if (size === undefined || sha256 === undefined) throw new Error(`Nothing is known of ${path}.`);
      return { sha256, size };
    },
    read(path) {
      if (!entries.has(path)) throw new Error(`Nothing is known of ${path}.`);
      return readFileSync(join(changed.has(path) ? staging : outDir, path));
    },
    staged({ path, size, mtimeMs, sha256 }) {
      const fingerprint = awaited.get(path);
      if (fingerprint === undefined) throw new Error(`Nobody asked for ${path}.`);
      awaited.delete(path);
      entries.set(
        path,
        sha256 === undefined ? [fingerprint, size, mtimeMs] : [fingerprint, size, mtimeMs, sha256],
      );
      changed.add(path);
    },
    close() {
      const [missing] = awaited.keys();
      if (missing !== undefined) throw new Error(`${missing} was never written.`);
      return { manifest: new Map([...entries].sort(byPath)), changed: [...changed].sort() };
    },
  };
}

function byPath([a]: readonly [string, Remembered], [b]: readonly [string, Remembered]): number {
  return a < b ? -1 : a > b ? 1 : 0;
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
  return (path, [, size, mtimeMs]) => {
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
