import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchRecord } from '#search/records.ts';
import { listCopies } from './copies.ts';
import { forgetOldest } from './forget-oldest.ts';
import { pagefindEngine } from './pagefind-engine.ts';
import type { Copy } from './render-site.ts';

/** A search engine that can be put behind the search page: records in, files for the browser out. */
export interface SearchEngine {
  /** Name and version; another one makes a new index. */
  name: string;
  /** Writes the index of the records into a folder. Equal records must give equal bytes. */
  build: (records: readonly SearchRecord[], folder: string) => Promise<void>;
}

/** The list of an index's files, kept beside them so that a build need not read them all again. */
const LIST = 'files.json';
const KEPT_INDEXES = 2;

/**
 * The files of the search index for these records, built only when no earlier build had the same records.
 * @param address site path of the folder in which the index is published, with slashes at both ends
 */
export async function buildSearchIndex(
  records: readonly SearchRecord[],
  cacheDir: string,
  address: string,
  engine: SearchEngine = pagefindEngine(),
): Promise<Copy[]> {
  const folder = join(cacheDir, 'search', digestOf(engine, records));
  if (!existsSync(join(folder, LIST))) await makeIndex(engine, records, folder);
  forgetOldest(folder, KEPT_INDEXES);
  const copies = JSON.parse(readFileSync(join(folder, LIST), 'utf8')) as Omit<Copy, 'source'>[];
  return copies.map(({ path, fingerprint }) => ({
    path: address.slice(1) + path,
    source: join(folder, 'index', path),
    fingerprint,
  }));
}

/** Record by record, because all of them as one text may be longer than a string can be. */
function digestOf(engine: SearchEngine, records: readonly SearchRecord[]): string {
  const digest = createHash('sha256').update(engine.name);
  for (const record of records) digest.update(JSON.stringify(record));
  return digest.digest('hex');
}

async function makeIndex(
  engine: SearchEngine,
  records: readonly SearchRecord[],
  folder: string,
): Promise<void> {
  const unfinished = `${folder}.unfinished-${process.pid}`;
  try {
    mkdirSync(join(unfinished, 'index'), { recursive: true });
    await engine.build(records, join(unfinished, 'index'));
    const list = listCopies(join(unfinished, 'index')).map(({ path, fingerprint }) => ({
      path,
      fingerprint,
    }));
    writeFileSync(join(unfinished, LIST), JSON.stringify(list));
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
