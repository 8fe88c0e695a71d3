import { hash } from 'node:crypto';
import type { Content } from '#catalog/content.ts';
import { loadCodeDigest } from '#catalog/load-content.ts';
import { loadParseCache } from '#catalog/parse-cache.ts';
import type { Finding } from '#domain/finding.ts';
import type { FindingMemory } from '#lint/local-rules.ts';

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
export const RULE_ROOMS: readonly string[] = ['domain', 'markdown', 'catalog', 'formats', 'lint'];

function digestOfRules(site: Content['site']): string {
  return hash('sha256', `${loadCodeDigest(RULE_ROOMS)}\n${JSON.stringify(site ?? null)}`);
}
