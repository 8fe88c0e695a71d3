import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { MARKER } from '../build/out-dir.ts';
import { toOutputPath } from '../build/output-path.ts';
import { listFiles } from '../build/list-files.ts';
import { TreeError } from './tree-problem.ts';

/** One version of the CSAF standard in a built site; paths are below the output folder. */
export interface CsafTree {
  /** The provider's metadata. */
  metadata: string;
  /** The folder that holds a folder per year. */
  folder: string;
  /** Every CSAF document, sorted. */
  documents: readonly string[];
}

export const CSAF_FOLDER = '.well-known/csaf';

const TREES = [
  { metadata: `${CSAF_FOLDER}/provider-metadata.json`, folder: `${CSAF_FOLDER}/white` },
  { metadata: `${CSAF_FOLDER}/v2.1/provider-metadata.json`, folder: `${CSAF_FOLDER}/v2.1/clear` },
];

/**
 * The CSAF trees of a built site, that of CSAF 2.0 first. None when the site has no CSAF folder, as one without advisories.
 * @throws {TreeError} when there is no site, or its CSAF folder has no metadata
 */
export function findCsafTrees(outDir: string): CsafTree[] {
  const isSite = existsSync(join(outDir, toOutputPath(MARKER.address)));
  if (isSite && !existsSync(join(outDir, CSAF_FOLDER))) return [];
  const trees = TREES.filter(({ metadata }) => existsSync(join(outDir, metadata)));
  if (trees[0] !== TREES[0]) throw new TreeError('no-provider', `${CSAF_FOLDER}/provider-metadata.json`);
  return trees.map((tree) => ({
    ...tree,
    documents: listFiles(join(outDir, tree.folder))
      .filter((path) => /^\d{4}\/[^/]+\.json$/.test(path))
      .map((path) => `${tree.folder}/${path}`),
  }));
}

/** A document as it is to be signed. */
export interface CsafDocumentFile {
  path: string;
  bytes: Uint8Array;
  sha256: string;
  /** `current_release_date`. */
  releasedAt: Date;
}

const documentSchema = z.object({
  document: z.object({ tracking: z.object({ current_release_date: z.iso.datetime({ offset: true }) }) }),
});

/**
 * Reads a document and compares it with the digest that the build wrote beside it: what was altered since is not signed.
 * @throws {TreeError}
 */
export function loadCsafDocument(outDir: string, path: string): CsafDocumentFile {
  const bytes = readFileSync(join(outDir, path));
  const sha256 = hash('sha256', bytes);
  if (!readText(outDir, `${path}.sha256`)?.startsWith(`${sha256} `)) throw new TreeError('altered', path);
  const parsed = documentSchema.safeParse(parseJson(bytes.toString('utf8')));
  if (!parsed.success) throw new TreeError('no-document', path);
  return { path, bytes, sha256, releasedAt: new Date(parsed.data.document.tracking.current_release_date) };
}

/** The text of a file below the output folder, or nothing when there is none. */
export function readText(outDir: string, path: string): string | undefined {
  try {
    return readFileSync(join(outDir, path), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
