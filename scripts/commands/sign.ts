import { ApplyError } from '../build/apply-staging.ts';
import { BusyError, lockOutput } from '../build/lock-output.ts';
import { requireOwnOutput, resolveOutDir } from '../build/out-dir.ts';
import type { Environment } from '../environment.ts';
import { parseFlags } from '../flags.ts';
import { checkTree } from '../sign/check-tree.ts';
import { KeyError, type KeyProblem } from '../sign/key-problem.ts';
import { assertPinned } from '../sign/pinned-key.ts';
import { openSignatureStore } from '../sign/signature-store.ts';
import { openSigningKey } from '../sign/signing-key.ts';
import { signTree } from '../sign/sign-tree.ts';
import { TreeError } from '../sign/tree-problem.ts';
import { UsageError } from '../usage-error.ts';
import { commandWords } from '../words/words.ts';

/** CSAF 2.1 wants every signature to hold for at least 30 days and better 90 from any moment on. */
const WARNED_DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * `sign`: signs the CSAF documents of the built site with the key of `CSAF_SIGNING_KEY`; `--check` verifies them
 * without a key. Exit code 2 for a key that is missing or of no use, 1 for a site that cannot be signed or does not hold.
 */
export async function sign(environment: Environment, args: readonly string[]): Promise<number> {
  const flags = parseFlags(args, { check: 'boolean' });
  const words = commandWords(environment.language);
  try {
    const outDir = resolveOutDir(environment.outDir, environment);
    requireOwnOutput(outDir, () => false);
    if (flags.check === true) await checkSite(environment, outDir);
    else await signSite(environment, outDir);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    environment.err(describe(error, words));
    return error instanceof KeyError ? 2 : 1;
  }
}

async function checkSite(environment: Environment, outDir: string): Promise<void> {
  const { signatures } = commandWords(environment.language);
  const { documents, fingerprint } = await checkTree(outDir, new Date(environment.now()));
  await assertPinned(environment.contentDir, fingerprint);
  environment.out(signatures.checked(documents, fingerprint));
}

async function signSite(environment: Environment, outDir: string): Promise<void> {
  const { env, cacheDir, contentDir, language } = environment;
  const { signatures } = commandWords(language);
  const now = new Date(environment.now());
  const key = await openSigningKey(env['CSAF_SIGNING_KEY'], env['CSAF_SIGNING_PASSPHRASE'], now);
  await assertPinned(contentDir, key.fingerprint);
  if (key.expiresAt && key.expiresAt.getTime() - now.getTime() < WARNED_DAYS * DAY_MS)
    environment.err(signatures.expiresSoon(key.expiresAt.toISOString().slice(0, 10)));
  const unlock = lockOutput(outDir);
  try {
    const store = openSignatureStore(cacheDir, key.signer);
    const signed = await signTree(outDir, { key, store, now });
    environment.out(signatures.signed(signed, key.fingerprint));
  } finally {
    unlock();
  }
}

/** Problems that only another key solves. */
const NEEDS_ANOTHER_KEY: ReadonlySet<KeyProblem> = new Set([
  'missing',
  'version',
  'algorithm',
  'weak',
  'revoked',
  'expired',
  'cannot-sign',
]);

/** A failure in words. */
function describe(error: unknown, words: ReturnType<typeof commandWords>): string {
  const { signatures } = words;
  if (error instanceof KeyError) {
    const advice = NEEDS_ANOTHER_KEY.has(error.problem) ? `\n${signatures.howToMakeKey}` : '';
    return signatures.key[error.problem](error.detail) + advice;
  }
  if (error instanceof TreeError) return signatures.tree[error.problem](error.place);
  if (error instanceof BusyError) return words.busy(error.pid, error.lock);
  if (error instanceof ApplyError) return signatures.applyFailed(error.message);
  return words.failed(error instanceof Error ? error.message : String(error));
}
