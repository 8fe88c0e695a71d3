import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPrivateKey, SecretKeyPacket } from 'openpgp';
import { describe, expect, it } from 'vitest';
import {
  CSAF,
  DOCUMENT,
  fingerprintOf,
  makeKey,
  openCsafSite,
  signatureFiles,
} from '../../tests/builders/a-signed-site.ts';
import { temporaryFolder } from '../../tests/builders/tree.ts';

const hasGpg = spawnSync('gpg', ['--version']).status === 0;

/** GnuPG with a keyring of its own. */
function openGpg() {
  const home = temporaryFolder();
  return (...args: string[]) => {
    const done = spawnSync('gpg', ['--homedir', home, '--batch', '--quiet', '--no-autostart', ...args], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    return { code: done.status, said: done.stderr };
  };
}

describe.skipIf(!hasGpg)(hasGpg ? 'GnuPG' : 'GnuPG (skipped: gpg is not installed)', () => {
  it.each([
    ['Ed25519', {}],
    ['RSA of 2048 bits', { type: 'rsa', rsaBits: 2048 } as const],
  ])(
    'verifies every signature of a key of %s, and refuses a document that was tampered with',
    async (_, options) => {
      const site = openCsafSite({ CSAF_SIGNING_KEY: await makeKey(options) });
      await site.run();
      const gpg = openGpg();
      expect(gpg('--import', join(site.outDir, CSAF, 'openpgp', `${fingerprintOf(site)}.asc`)).code).toBe(0);
      const verify = (path: string) =>
        gpg('--verify', join(site.outDir, path), join(site.outDir, path.slice(0, -4)));
      const answers = signatureFiles(site).map(verify);
      expect(answers).toHaveLength(4);
      for (const { code, said } of answers) {
        expect(said).toContain('Good signature');
        expect(code).toBe(0);
      }
      appendFileSync(join(site.outDir, DOCUMENT), ' ');
      expect(verify(`${DOCUMENT}.asc`).said).toContain('BAD signature');
    },
  );

  it('verifies what a subkey has signed whose primary key stayed elsewhere', async () => {
    const exported = await readPrivateKey({ armoredKey: await makeKey({ subkeys: [{ sign: true }] }) });
    const { keyPacket } = exported;
    if (keyPacket instanceof SecretKeyPacket) keyPacket.makeDummy();
    expect(keyPacket instanceof SecretKeyPacket && keyPacket.isDummy()).toBe(true);
    const site = openCsafSite({ CSAF_SIGNING_KEY: exported.armor() });
    expect(await site.run()).toBe(0);
    const gpg = openGpg();
    gpg('--import', join(site.outDir, CSAF, 'openpgp', `${fingerprintOf(site)}.asc`));
    const { code, said } = gpg('--verify', join(site.outDir, `${DOCUMENT}.asc`), join(site.outDir, DOCUMENT));
    expect([code, said]).toEqual([0, expect.stringContaining('Good signature')]);
    expect(said.toUpperCase()).toContain(exported.subkeys[0]?.getFingerprint().toUpperCase());
  });
});
