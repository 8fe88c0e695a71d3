import { applySteps, whileApplying } from '../build/apply-staging.ts';
import type { Faults } from '../build/render-site.ts';
import { stage } from '../build/staging.ts';
import { withStaging } from '../build/with-staging.ts';
import { type CsafTree, findCsafTrees, loadCsafDocument, readText } from './csaf-tree.ts';
import { keyPath, loadMetadata, type SignedFile, toSignedProvider } from './provider-files.ts';
import type { SignatureStore } from './signature-store.ts';
import type { SigningKey } from './signing-key.ts';
import { TreeError } from './tree-problem.ts';
import { type Verifier, openVerifier } from './verify-signature.ts';

/** What signing needs beside the tree. */
export interface SigningParts {
  key: SigningKey;
  store: SignatureStore;
  now: Date;
  faults?: Faults;
}

/** How many documents were signed, and whether with a signature that was known before. */
export interface SignedTree {
  documents: number;
  made: number;
  kept: number;
}

/** Documents that are signed at the same time; more would only cost memory. */
const AT_ONCE = 16;

/**
 * Signs every CSAF document of a built site and makes its provider a trusted one (CSAF 2.0 §7.1.19, §7.1.20, §7.2.3).
 * Everything is staged first. Then the signatures move in, the public key, what refers to them, and the metadata that
 * declares the new role last: whatever moment it breaks off at, the tree promises nothing that it does not hold, and
 * signing again completes it. Signing a signed tree changes no byte.
 * @param outDir resolved, locked and known to be ours
 * @throws {TreeError} and leaves the tree as it was
 */
export async function signTree(outDir: string, parts: SigningParts): Promise<SignedTree> {
  const { key, store, faults } = parts;
  const trees = findCsafTrees(outDir);
  if (trees.length === 0) return { documents: 0, made: 0, kept: 0 };
  for (const tree of trees) assertNoOtherKey(outDir, tree, key.fingerprint);
  const provider = trees.map((tree) => toSignedProvider(outDir, tree, key.fingerprint)).toReversed();
  const verifier = await toVerifier(key);
  return await withStaging(outDir, async (staging) => {
    const staged: string[] = [];
    const put = ({ path, text }: SignedFile): void => {
      if (readText(outDir, path) !== text) staged.push(stage(staging, path, text).path);
    };
    const paths = trees.flatMap(({ documents }) => documents);
    const kept = await signDocuments(outDir, paths, { ...parts, verifier }, put);
    put({ path: keyPath(key.fingerprint), text: key.publicKey });
    for (const files of inOrder(provider)) put(files);
    faults?.beforeApply?.();
    whileApplying(() => {
      const steps = staged.map((path) => ({ do: 'move' as const, path }));
      applySteps(steps, { staging, outDir }, faults?.afterStep);
    });
    store.save();
    return { documents: paths.length, made: paths.length - kept, kept };
  });
}

/** What refers to signatures before what declares the role; that of CSAF 2.0, by which providers are found, is the last. */
function inOrder(provider: readonly (readonly SignedFile[])[]): SignedFile[] {
  return [
    ...provider.flatMap((files) => files.slice(0, -1)),
    ...provider.flatMap((files) => files.slice(-1)),
  ];
}

/** Between two keys there is no order in which the tree would be right at every moment. */
function assertNoOtherKey(outDir: string, tree: CsafTree, fingerprint: string): void {
  const { public_openpgp_keys: keys = [] } = loadMetadata(outDir, tree);
  const other = keys.find((named) => named.fingerprint.toUpperCase() !== fingerprint);
  if (other !== undefined) throw new TreeError('other-key', other.fingerprint);
}

async function toVerifier({ publicKey }: SigningKey): Promise<Verifier> {
  const verifier = await openVerifier(publicKey);
  if (verifier === undefined) throw new Error('The public half of the key cannot be read.');
  return verifier;
}

/** Gives every document its signature. @returns how many of them were known before */
async function signDocuments(
  outDir: string,
  paths: readonly string[],
  parts: SigningParts & { verifier: Verifier },
  put: (file: SignedFile) => void,
): Promise<number> {
  let kept = 0;
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const batch = paths.slice(at, at + AT_ONCE).map((path) => signDocument(outDir, path, parts));
    for (const { known, ...file } of await Promise.all(batch)) {
      if (known) kept++;
      put(file);
    }
  }
  return kept;
}

async function signDocument(
  outDir: string,
  path: string,
  { key, store, now, verifier }: SigningParts & { verifier: Verifier },
): Promise<SignedFile & { known: boolean }> {
  const { bytes, sha256, releasedAt } = loadCsafDocument(outDir, path);
  const date = key.dateOf(releasedAt);
  const moment = date > now ? date : now;
  const recalled = store.recall(sha256, date);
  const known = recalled !== undefined && (await verifier.verifies(recalled, bytes, moment));
  const text = known ? recalled : await key.sign(bytes, date);
  if (!known && !(await verifier.verifies(text, bytes, moment))) throw new TreeError('bad-signature', path);
  store.remember(sha256, date, text);
  return { path: `${path}.asc`, text, known };
}
