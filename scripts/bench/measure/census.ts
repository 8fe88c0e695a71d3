import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What an output folder holds. */
export interface Tally {
  files: number;
  bytes: number;
}

/** Kinds of output, in the order in which reports show them. Each side spells some addresses in its own way. */
const KINDS: readonly (readonly [kind: string, shape: RegExp])[] = [
  ['search index', /^(?:search-index|pagefind)\//],
  ['advisory', /^(?:en\/)?[^/]+\/[A-Z][^/]*\d[^/]*\/index\.html$/],
  ['index', /^(?:en\/)?(?:advisories|jp|vu|ta)(?:\/\d{4})?\/index\.html$/],
  ['vendor', /^(?:en\/)?vendors\/[^/]+\/index\.html$/],
  ['vendor feed', /^(?:en\/)?vendors\/[^/]+\/feed\.atom$/],
  ['vendor file', /^(?:en\/)?vendors\/[^/]+\/versions\.json$/],
  ['list file', /^(?:en\/)?(?:advisories|jp|vu|ta)\/\d{4}(?:\/list)?\.csv$/],
  ['year feed', /^(?:en\/)?(?:feeds\/\d{4}|advisories\/\d{4}\/feed)\.atom$/],
  ['site feed', /^(?:en\/)?feeds\/\w+\.(?:rss|atom|json)$/],
  ['single page', /(?:^|\/)(?:index|404)\.html$/],
  [
    'format',
    /\/advisory\.json$|^(?:\.well-known|osv|cve|vex|api|schemas?)\/|^(?:en\/)?(?:rss|vuldef)\/|^checksum\.txt/,
  ],
  ['sitemap', /sitemap[^/]*\.xml$|^robots\.txt$/],
];

/** Kinds that other generators do not make, or make in quite another way. */
const NOT_COMPARED: ReadonlySet<string> = new Set(['search index', 'format', 'asset']);

/** The kind of one output file, told by its path below the output folder. */
export function kindOf(path: string): string {
  return KINDS.find(([, shape]) => shape.test(path))?.[0] ?? 'asset';
}

/** Counts an output folder by kind; `all` is the sum without assets, formats and search index. */
export function takeCensus(folder: string): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>(KINDS.map(([kind]) => [kind, { files: 0, bytes: 0 }]));
  const add = (kind: string, bytes: number): void => {
    const { files, bytes: before } = tallies.get(kind) ?? { files: 0, bytes: 0 };
    tallies.set(kind, { files: files + 1, bytes: before + bytes });
  };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const kind = kindOf(file.slice(folder.length + 1).replaceAll('\\', '/'));
    const { size } = statSync(file);
    add(kind, size);
    if (!NOT_COMPARED.has(kind)) add('all', size);
  }
  return tallies;
}

/** How one side's output differs from ours, in words; empty when both make the same. */
export interface Difference {
  kind: string;
  ours: Tally;
  theirs: Tally;
}

/** The most by which the bytes of one kind may differ before a comparison stops being one. */
const TOLERANCE = 0.15;

/**
 * Kinds in which the number of files differs by more than a handful, or the bytes by more than the tolerance.
 * Small kinds are left out: what they weigh decides nothing.
 */
export function compareCensus(
  ours: ReadonlyMap<string, Tally>,
  theirs: ReadonlyMap<string, Tally>,
): Difference[] {
  const whole = ours.get('all')?.bytes ?? 0;
  return [...ours].flatMap(([kind, tally]) => {
    const other = theirs.get(kind) ?? { files: 0, bytes: 0 };
    const isSmall = tally.bytes < whole / 100;
    const same =
      Math.abs(other.files - tally.files) <= 4 &&
      (isSmall || Math.abs(other.bytes / tally.bytes - 1) <= TOLERANCE);
    return NOT_COMPARED.has(kind) || same ? [] : [{ kind, ours: tally, theirs: other }];
  });
}
