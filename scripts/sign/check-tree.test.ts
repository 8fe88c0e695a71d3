import { appendFileSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  CSAF,
  type CsafSite,
  DOCUMENT,
  fingerprintOf,
  makeKey,
  openCsafSite,
  publicOf,
} from '../../tests/builders/a-signed-site.ts';
import { sign } from '../commands/sign.ts';

let [key, other] = ['', ''];

beforeAll(async () => {
  key = await makeKey();
  other = await makeKey();
});

describe('sign --check', () => {
  it('verifies a signed site without a key', async () => {
    const site = openCsafSite({ CSAF_SIGNING_KEY: key });
    await site.run();
    expect(await sign({ ...site.environment, env: {} }, ['--check'])).toBe(0);
    expect(site.written.out[1]).toBe(
      `The signatures of 4 CSAF documents are all good. Key: ${fingerprintOf(site)}`,
    );
  });

  it('finds what is not signed', async () => {
    const site = openCsafSite({ CSAF_SIGNING_KEY: key });
    expect(await site.run('--check')).toBe(1);
    expect(site.written.err[0]).toContain('has no signature');
    await site.run();
    rmSync(join(site.outDir, `${DOCUMENT}.asc`));
    expect(await site.run('--check')).toBe(1);
    expect(site.written.err[1]).toContain(`${DOCUMENT} has no signature`);
  });

  it('finds a document that was exchanged together with its digest', async () => {
    const site = openCsafSite({ CSAF_SIGNING_KEY: key });
    await site.run();
    const [from, to] = [`${CSAF}/white/2021/xvn_1.json`, DOCUMENT];
    for (const ending of ['', '.sha256'])
      cpSync(join(site.outDir, from + ending), join(site.outDir, to + ending));
    expect(await site.run('--check')).toBe(1);
    expect(site.written.err[0]).toContain(`The signature of ${DOCUMENT} does not hold`);
  });

  it('finds a key that is not the one that was named', async () => {
    const site = openCsafSite({ CSAF_SIGNING_KEY: key });
    await site.run();
    const file = join(site.outDir, CSAF, 'openpgp', `${fingerprintOf(site)}.asc`);
    writeFileSync(file, await publicOf(other));
    expect(await site.run('--check')).toBe(1);
    expect(site.written.err[0]).toContain('openpgp/');
  });
});

describe('csaf.publicKey of site.yaml', () => {
  async function openPinned(armored: string): Promise<CsafSite> {
    const site = openCsafSite({ CSAF_SIGNING_KEY: key });
    appendFileSync(join(site.contentDir, 'site.yaml'), '\ncsaf: { publicKey: openpgp.asc }\n');
    writeFileSync(join(site.contentDir, 'openpgp.asc'), armored);
    return await Promise.resolve(site);
  }

  it('lets the key sign that it names', async () => {
    expect(await (await openPinned(await publicOf(key))).run()).toBe(0);
  });

  it('lets no other key sign', async () => {
    const site = await openPinned(await publicOf(other));
    const tree = site.tree();
    expect(await site.run()).toBe(2);
    expect(site.written.err[0]).toContain('csaf.publicKey of site.yaml names another key');
    expect(site.tree()).toEqual(tree);
  });

  it('is an error when it cannot be read, or holds a secret', async () => {
    for (const armored of ['nonsense', key]) {
      const site = await openPinned(armored);
      expect(await site.run()).toBe(2);
      expect(site.written.err[0]).toContain('openpgp.asc in the content cannot be read or is no public key');
    }
  });
});
