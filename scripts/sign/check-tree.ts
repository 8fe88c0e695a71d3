import { findCsafTrees, loadCsafDocument, readText } from './csaf-tree.ts';
import { keyPath, loadMetadata } from './provider-files.ts';
import { TreeError } from './tree-problem.ts';
import { type Verifier, openVerifier } from './verify-signature.ts';

/** What the signatures of a site say. */
export interface CheckedTree {
  documents: number;
  fingerprint: string;
}

/**
 * Verifies every signature of a signed site with the public key that it publishes itself.
 * @throws {TreeError} for the first document whose signature is missing or does not hold
 */
export async function checkTree(outDir: string, now: Date): Promise<CheckedTree> {
  const trees = findCsafTrees(outDir);
  const keys = trees.map((tree) => loadMetadata(outDir, tree).public_openpgp_keys?.[0]?.fingerprint);
  const [fingerprint] = keys;
  const unsigned = keys.indexOf(undefined);
  if (fingerprint === undefined || unsigned !== -1)
    throw new TreeError('unsigned', trees[unsigned]?.metadata ?? '');
  const key = await openVerifier(readText(outDir, keyPath(fingerprint)) ?? '');
  if (key?.fingerprint !== fingerprint || keys.some((each) => each !== fingerprint))
    throw new TreeError('missing', keyPath(fingerprint));
  const paths = trees.flatMap(({ documents }) => documents);
  for (const path of paths) await checkDocument(outDir, path, key, now);
  return { documents: paths.length, fingerprint };
}

async function checkDocument(outDir: string, path: string, key: Verifier, now: Date): Promise<void> {
  const signature = readText(outDir, `${path}.asc`);
  if (signature === undefined) throw new TreeError('unsigned', path);
  const { bytes } = loadCsafDocument(outDir, path);
  if (!(await key.verifies(signature, bytes, now))) throw new TreeError('bad-signature', path);
}
