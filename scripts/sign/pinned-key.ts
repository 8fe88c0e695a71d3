import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFile } from '#catalog/parse-file.ts';
import { requireContentDir } from '../content-dir.ts';
import { readText } from './csaf-tree.ts';
import { KeyError } from './key-problem.ts';
import { openVerifier } from './verify-signature.ts';

const SITE_FILE = 'site.yaml';

/**
 * Refuses a key other than the one that `csaf.publicKey` of site.yaml names, where it names one: a secret that was
 * exchanged, by mistake or on purpose, then signs nothing.
 * @throws {KeyError}
 * @throws {UsageError} when there is no content directory
 */
export async function assertPinned(contentDir: string, fingerprint: string): Promise<void> {
  requireContentDir(contentDir);
  const path = pinnedPath(contentDir);
  if (path === undefined) return;
  const key = await openVerifier(readText(contentDir, path) ?? '');
  if (key === undefined) throw new KeyError('pin-unreadable', path);
  if (key.fingerprint !== fingerprint) throw new KeyError('not-pinned', key.fingerprint);
}

function pinnedPath(contentDir: string): string | undefined {
  const bytes = readFileSync(join(contentDir, SITE_FILE));
  const { facts } = parseFile({ kind: 'site', file: SITE_FILE, slug: '', language: 'en' }, bytes);
  if (facts === undefined) throw new KeyError('pin-unreadable', SITE_FILE);
  return facts.csaf?.publicKey;
}
