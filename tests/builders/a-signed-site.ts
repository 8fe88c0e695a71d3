import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateKey } from 'openpgp';
import { expect } from 'vitest';
import { listFiles } from '#scripts/build/list-files.ts';
import { sign } from '#scripts/commands/sign.ts';
import { memoryEnvironment } from '#scripts/memory-environment.ts';
import { openSigningKey } from '#scripts/sign/signing-key.ts';
import { writeCsafSite } from './a-csaf-site.ts';
import { temporaryFolder, treeOf } from './tree.ts';

/** The moment of signing. */
export const NOW = '2024-04-01T00:00:00Z';
/** When keys are made: after the release of a site's first document and before that of its second. */
export const BORN = new Date('2021-06-01T00:00:00Z');

export const CSAF = '.well-known/csaf';
/** The second document of CSAF 2.0. */
export const DOCUMENT = `${CSAF}/white/2022/xvn_2.json`;

/** A private key, ASCII-armored: one that every reader understands, unless options say otherwise. */
export async function makeKey(options: Partial<Parameters<typeof generateKey>[0]> = {}): Promise<string> {
  const { privateKey } = await generateKey({
    ...(options.type === undefined && { type: 'ecc', curve: 'ed25519Legacy' }),
    userIDs: [{ name: 'Example', email: 'csaf@vn.example' }],
    date: BORN,
    ...options,
    format: 'object',
  });
  return privateKey.armor();
}

/** The public half of a private key. */
export async function publicOf(armored: string): Promise<string> {
  return (await openSigningKey(armored, undefined, new Date(NOW))).publicKey;
}

/** A built site in a folder of its own, and the command on it. */
export function openCsafSite(env: Record<string, string>) {
  const cwd = temporaryFolder();
  const [contentDir, outDir] = [join(cwd, 'content'), join(cwd, 'dist')];
  mkdirSync(contentDir);
  cpSync('tests/fixtures/other-coordinator/site.yaml', join(contentDir, 'site.yaml'));
  writeCsafSite(outDir);
  const parts = { root: join(cwd, 'engine'), cwd, contentDir, outDir, cacheDir: join(cwd, '.kairan'), env };
  const environment = memoryEnvironment({ ...parts, now: () => NOW });
  const run = (...args: string[]) => sign(environment, args);
  const read = (path: string): string => readFileSync(join(outDir, path), 'utf8');
  return { ...environment, environment, run, read, tree: () => treeOf(outDir) };
}

export type CsafSite = ReturnType<typeof openCsafSite>;

/** The fingerprint of the one key that the site publishes. */
export function fingerprintOf({ outDir }: CsafSite): string {
  return readdirSync(join(outDir, CSAF, 'openpgp'))[0]?.replace('.asc', '') ?? '';
}

export function signatureFiles({ outDir }: CsafSite): string[] {
  return listFiles(outDir).filter((path) => path.endsWith('.json.asc'));
}

/** Looks for the passphrase and for the lines of the key that hold its secret numbers, in everything that was written. */
export function expectNoSecret({ cwd, env, written }: CsafSite): void {
  const { CSAF_SIGNING_KEY: armored = '', CSAF_SIGNING_PASSPHRASE: passphrase = '' } = env;
  const body = armored.split('\n').filter((line) => line !== '' && !/^-----|^=/.test(line));
  const secrets = [...body.slice(0, 3), passphrase, 'PRIVATE KEY BLOCK-----\n\n'].filter(
    (each) => each.length > 8,
  );
  const files = listFiles(cwd).map((path) => [path, readFileSync(join(cwd, path), 'utf8')] as const);
  const streams = [['the streams', JSON.stringify(written)]] as const;
  const leaks = [...files, ...streams].filter(([, text]) => secrets.some((secret) => text.includes(secret)));
  expect(leaks.map(([path]) => path)).toEqual([]);
}
