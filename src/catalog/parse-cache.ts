import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Aside, putAside } from './aside.ts';
import { loadShard, type ShardEntry, writeShard } from './parse-shard.ts';

/** What a file's bytes were parsed to: what everybody looks at, and what only few ask for. */
interface Parsed {
  result: unknown;
  aside?: Aside;
}

/**
 * Remembers what a file's bytes were parsed to, under the digest of the bytes and of the parser.
 * One shard per folder of the content directory keeps the number of reads small and a change local.
 */
export interface ParseCache {
  /** The remembered result for a file with this digest, or `undefined`. */
  recall: (file: string, digest: string) => Parsed | undefined;
  /** @param aside what need not be held in memory; it is given back as it is then to be asked for */
  remember: (file: string, digest: string, result: unknown, aside?: unknown) => Aside | undefined;
  /** Writes the shards that changed and forgets files and whole folders that were not asked for. */
  save: () => void;
}

/** A cache that remembers nothing. */
export const NO_CACHE: ParseCache = {
  recall: () => undefined,
  remember: () => undefined,
  save: () => undefined,
};

interface Shard {
  file: string;
  entries: Map<string, ShardEntry>;
  seen: Set<string>;
  changed: boolean;
}

/**
 * Opens the cache in a folder, which must belong to one content directory alone. Shards written by another parser are ignored and replaced.
 * A shard that cannot be read counts as empty: a cache may always be deleted.
 * @param parser digest of the code that makes the results
 */
export function loadParseCache(folder: string, parser: string): ParseCache {
  const shards = new Map<string, Shard>();
  let last: Shard | undefined;
  const shardOf = (file: string): Shard => {
    const place = shardPath(folder, path.posix.dirname(file));
    if (last?.file === place) return last;
    // Files are read folder by folder: what waits to be put aside need not wait for all others.
    if (last?.changed === true) saveShard(last, parser);
    last = shards.get(place) ?? openShard(place, parser);
    shards.set(place, last);
    return last;
  };
  return {
    recall(file, digest) {
      const { entries, seen } = shardOf(file);
      seen.add(file);
      const entry = entries.get(file);
      return entry?.digest === digest ? entry : undefined;
    },
    remember(file, digest, result, aside) {
      const shard = shardOf(file);
      const entry = { digest, result, ...(aside !== undefined && { aside: putAside(aside) }) };
      shard.entries.set(file, entry);
      shard.changed = true;
      return entry.aside;
    },
    save() {
      for (const shard of shards.values()) forgetUnseen(shard);
      for (const shard of shards.values()) if (shard.changed) saveShard(shard, parser);
      removeFilesBeside(folder, shards);
    },
  };
}

function shardPath(folder: string, name: string): string {
  return path.join(folder, `${encodeURIComponent(name)}.shard`);
}

function openShard(file: string, parser: string): Shard {
  return { file, entries: loadShard(file, parser), seen: new Set(), changed: false };
}

/** A folder that is gone from the content must not live on here: it may have held text under embargo. */
function removeFilesBeside(folder: string, asked: ReadonlyMap<string, Shard>): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (/\.(?:shard|json)$/.test(name) && !asked.has(file)) rmSync(file, { force: true });
  }
}

function forgetUnseen(shard: Shard): void {
  for (const name of shard.entries.keys()) {
    if (shard.seen.has(name)) continue;
    shard.entries.delete(name);
    shard.changed = true;
  }
}

function saveShard(shard: Shard, parser: string): void {
  const { file, entries } = shard;
  if (entries.size === 0) {
    rmSync(file, { force: true });
  } else {
    mkdirSync(path.dirname(file), { recursive: true });
    writeShard(file, { parser, entries });
  }
  shard.changed = false;
}
