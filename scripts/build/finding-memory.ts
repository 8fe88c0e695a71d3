import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Content } from '#catalog/content.ts';
import { loadParseCache } from '#catalog/parse-cache.ts';
import type { Finding } from '#domain/finding.ts';
import type { FindingMemory } from '#lint/local-rules.ts';
import { listFiles } from './list-files.ts';

/** What local rules found, remembered on disk under everything that it depends on beside the files themselves. */
export interface KeptFindings extends FindingMemory {
  /** Writes what changed and forgets files that were not asked for. */
  save: () => void;
}

/** @param folder belongs to one content directory alone */
export function openFindings(folder: string, { site }: Content): KeptFindings {
  const cache = loadParseCache(folder, digestOfRules(site));
  return {
    recall: (file, digest) => cache.recall(file, digest)?.result as readonly Finding[] | undefined,
    remember: (file, digest, findings) => void cache.remember(file, digest, findings),
    save: cache.save,
  };
}

/** The rooms of the source that rules are made of. */
const ROOMS = ['domain', 'markdown', 'catalog', 'lint'];

function digestOfRules(site: Content['site']): string {
  const src = resolve(import.meta.dirname, '../../src');
  const digest = createHash('sha256').update(JSON.stringify(site ?? null));
  for (const room of ROOMS) {
    const code = listFiles(join(src, room)).filter((file) => /(?<!\.test)\.ts$/.test(file));
    for (const file of code) digest.update(`${room}/${file}\0`).update(readFileSync(join(src, room, file)));
  }
  return digest.update(readFileSync(resolve(src, '../package-lock.json'))).digest('hex');
}
