import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { note, type Provider } from './provider.ts';

/** The programs by which readers check digests. */
const SUMS = { '.sha256': 'sha256sum', '.sha512': 'sha512sum' } as const;

/** Requirement 18: every document has a digest, which the system’s own program finds right where there is one. */
export async function checkDigests(provider: Provider): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kairan-digests-'));
  try {
    const kept = await keepDigests(provider, folder);
    for (const [ending, program] of Object.entries(SUMS)) {
      for (const [place, names] of Map.groupBy(kept, ({ directory }) => directory)) {
        const files = names.filter((each) => each.ending === ending).map(({ name }) => name + ending);
        if (files.length === 0) continue;
        provider.problems.add(18, ...checkSums(program, place, files));
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the program complains about; where it is not installed, what a digest taken here says. */
function checkSums(program: string, cwd: string, files: readonly string[]): string[] {
  const args = ['--check', '--strict', '--quiet', ...files];
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (error === undefined) return status === 0 ? [] : [`${program}: ${stdout}${stderr}`];
  const wrong = files.filter((file) => {
    const { name, ext } = path.parse(file);
    const digest = hash(ext.slice(1), readFileSync(path.join(cwd, name)));
    return readFileSync(path.join(cwd, file), 'utf8') !== `${digest}  ${name}\n`;
  });
  return wrong.map((file) => `${file} does not hold the digest`);
}

interface KeptDigest {
  directory: string;
  name: string;
  ending: string;
}

/** Puts every document with its digests into a folder, as a reader would who fetched all. */
async function keepDigests({ documents, site, problems }: Provider, folder: string): Promise<KeptDigest[]> {
  const kept: KeptDigest[] = [];
  for (const { url, answer } of documents.values()) {
    if (answer.status !== 200) continue;
    const directory = path.join(folder, ...path.posix.dirname(new URL(url).pathname).split('/'));
    const name = path.posix.basename(new URL(url).pathname);
    mkdirSync(directory, { recursive: true });
    writeFileSync(path.join(directory, name), answer.bytes);
    const before = kept.length;
    for (const ending of Object.keys(SUMS)) {
      const digest = await site.get(url + ending);
      if (digest.status !== 200) continue;
      // §7.1.18 is stricter than the programs: the file starts with the digest, and a blank follows.
      if (!/^[0-9a-f]{64,128}(?:\s|$)/iu.test(digest.bytes.toString('utf8')))
        problems.add(18, `${digest.url} does not start with a digest`);
      writeFileSync(path.join(directory, name + ending), digest.bytes);
      kept.push({ directory, name, ending });
    }
    if (kept.length === before) problems.add(18, `${url} has no digest`);
  }
  return kept;
}

/** Requirements 19 and 20, with GnuPG and nothing but the keys that the provider publishes. */
export async function checkSignatures(provider: Provider): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'kairan-gpg-'));
  try {
    const hasKey = await importKeys(provider, home);
    for (const { url, answer } of provider.documents.values()) {
      if (answer.status !== 200) continue;
      const { status, bytes } = await provider.site.get(`${url}.asc`);
      const isArmored = bytes.toString('utf8').startsWith('-----BEGIN PGP SIGNATURE-----');
      if (status !== 200 || !isArmored) provider.problems.add(19, `${url} has no armored signature`);
      // Without any key nothing can be said of signatures; that it is missing has been said.
      else if (hasKey && !verifies(home, answer.bytes, bytes))
        provider.problems.add(19, `the signature of ${url} does not hold`);
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function importKeys(provider: Provider, home: string): Promise<boolean> {
  const { metadata, site, problems } = provider;
  for (const { url, fingerprint } of metadata?.public_openpgp_keys ?? []) {
    const { status, bytes } = await site.get(note(provider, url));
    const armored = bytes.toString('utf8').startsWith('-----BEGIN PGP PUBLIC KEY BLOCK-----');
    if (status !== 200 || !armored) problems.add(20, `${url} is no armored public key`);
    else problems.add(20, ...importKey(home, bytes, fingerprint));
  }
  return gpg(home, ['--with-colons', '--list-keys']).stdout.includes('fpr:');
}

function importKey(home: string, key: Uint8Array, fingerprint: string): string[] {
  gpg(home, ['--import'], key);
  const listed = gpg(home, ['--with-colons', '--list-keys']).stdout;
  const known = [...listed.matchAll(/^fpr:+([0-9A-F]+):/gmu)].map(([, found]) => found);
  return known.includes(fingerprint.toUpperCase()) ? [] : [`the key is not ${fingerprint}`];
}

function verifies(home: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const file = path.join(home, 'signature.asc');
  writeFileSync(file, signature);
  return gpg(home, ['--verify', file, '-'], bytes).status === 0;
}

function gpg(home: string, args: readonly string[], input?: Uint8Array) {
  const options = ['--homedir', home, '--batch', '--no-autostart', '--quiet'];
  return spawnSync('gpg', [...options, ...args], { encoding: 'utf8', ...(input && { input }) });
}
