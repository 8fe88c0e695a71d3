import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Remembers what a file's bytes were parsed to, under the digest of the bytes and of the parser.
 * One shard per folder of the content directory keeps the number of reads small and a change local.
 */
export interface ParseCache {
  /** The remembered result for a file with this digest, or `undefined`. */
  recall: (file: string, digest: string) => unknown;
  remember: (file: string, digest: string, result: unknown) => void;
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
  entries: Record<string, [digest: string, result: unknown]>;
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
  const shardOf = (file: string): Shard => {
    const name = path.posix.dirname(file);
    const shard = shards.get(name) ?? loadShard(shardPath(folder, name), parser);
    shards.set(name, shard);
    return shard;
  };
  return {
    recall(file, digest) {
      const shard = shardOf(file);
      shard.seen.add(file);
      const entry = shard.entries[file];
      return entry?.[0] === digest ? entry[1] : undefined;
    },
    remember(file, digest, result) {
      const shard = shardOf(file);
      shard.entries[file] = [digest, result];
      shard.changed = true;
    },
    save() {
      for (const [name, shard] of shards) saveShard(shardPath(folder, name), parser, shard);
      removeShardsBeside(folder, new Set([...shards.keys()].map((name) => shardPath(folder, name))));
    },
  };
}

function shardPath(folder: string, name: string): string {
  return path.join(folder, `${encodeURIComponent(name)}.json`);
}

/** A folder that is gone from the content must not live on here: it may have held text under embargo. */
function removeShardsBeside(folder: string, asked: ReadonlySet<string>): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (name.endsWith('.json') && !asked.has(file)) rmSync(file, { force: true });
  }
}

function loadShard(file: string, parser: string): Shard {
  const stored = readStored(file);
  const fresh = { seen: new Set<string>(), changed: false };
  return stored?.parser === parser ? { ...fresh, entries: stored.entries } : { ...fresh, entries: {} };
}

function readStored(file: string): { parser: string; entries: Shard['entries'] } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { parser: string; entries: Shard['entries'] };
  } catch {
    // Missing or damaged: the content itself is the truth, so parsing it again is always right.
    return undefined;
  }
}

function saveShard(file: string, parser: string, shard: Shard): void {
  const entries = Object.entries(shard.entries);
  const kept = entries.filter(([name]) => shard.seen.has(name));
  if (!shard.changed && kept.length === entries.length) return;
  if (kept.length === 0) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${String(process.pid)}.tmp`;
  writeFileSync(temporary, JSON.stringify({ parser, entries: Object.fromEntries(kept) }));
  renameSync(temporary, file);
}
