import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPrivateKey, revokeKey, SecretKeyPacket } from 'openpgp';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  expectNoSecret,
  makeKey,
  publicOf,
  openCsafSite,
  signatureFiles,
} from '../../tests/builders/a-signed-site.ts';
import { sign } from '../commands/sign.ts';

const PASSPHRASE = 'canary-passphrase-6d1f';
let [key, locked, other] = ['', '', ''];

beforeAll(async () => {
  key = await makeKey();
  locked = await makeKey({ passphrase: PASSPHRASE });
  other = await makeKey();
});

describe('sign without a usable key', () => {
  const cases: readonly (readonly [
    what: string,
    env: () => Record<string, string> | Promise<Record<string, string>>,
    words: string,
  ])[] = [
    ['no key', () => ({}), 'CSAF_SIGNING_KEY is not set'],
    ['an empty key', () => ({ CSAF_SIGNING_KEY: '\n' }), 'CSAF_SIGNING_KEY is not set'],
    ['garbage', () => ({ CSAF_SIGNING_KEY: 'canary-garbage' }), 'cannot be read as an OpenPGP key'],
    ['half a key', () => ({ CSAF_SIGNING_KEY: key.slice(0, 300) }), 'cannot be read as an OpenPGP key'],
    ['two keys', () => ({ CSAF_SIGNING_KEY: `${key}\n${other}` }), 'holds 2 keys'],
    ['no passphrase', () => ({ CSAF_SIGNING_KEY: locked }), 'is protected by a passphrase'],
    [
      'a wrong passphrase',
      () => ({ CSAF_SIGNING_KEY: locked, CSAF_SIGNING_PASSPHRASE: 'canary-wrong' }),
      'is not the passphrase',
    ],
    ['the public key', async () => ({ CSAF_SIGNING_KEY: await publicOf(key) }), 'is a public key'],
    [
      'an expired key',
      async () => ({ CSAF_SIGNING_KEY: await makeKey({ keyExpirationTime: 86_400 }) }),
      'expired on 2021-06-02',
    ],
    [
      'RSA of 1024 bits',
      async () => ({
        CSAF_SIGNING_KEY: await makeKey({ type: 'rsa', rsaBits: 1024, config: { minRSABits: 1024 } }),
      }),
      'RSA of 1024 bits',
    ],
    [
      'a key of version 6',
      async () => ({
        CSAF_SIGNING_KEY: await makeKey({ type: 'curve25519', config: { v6Keys: true } }),
      }),
      'is a key of version 6',
    ],
    [
      'the newer form of Ed25519',
      async () => ({ CSAF_SIGNING_KEY: await makeKey({ type: 'curve25519' }) }),
      'of the algorithm ed25519',
    ],
    [
      'a key whose signatures differ each time',
      async () => ({ CSAF_SIGNING_KEY: await makeKey({ type: 'ecc', curve: 'nistP256' }) }),
      'of the algorithm ecdsa',
    ],
  ];

  it.each(cases)('says what is wrong: %s', async (_, env, words) => {
    const site = openCsafSite(await env());
    const tree = site.tree();
    expect(await site.run()).toBe(2);
    expect(site.written.err.join('\n')).toContain(words);
    expect(site.tree()).toEqual(tree);
    expectNoSecret(site);
  });

  it('says so when the key is revoked', async () => {
    const privateKey = await readPrivateKey({ armoredKey: key });
    const revoked = await revokeKey({ key: privateKey, date: new Date('2022-01-01'), format: 'armored' });
    const site = openCsafSite({ CSAF_SIGNING_KEY: revoked.privateKey });
    expect(await site.run()).toBe(2);
    expect(site.written.err[0]).toContain('is revoked');
  });

  it('says so when the secret of the key was left out', async () => {
    const hollow = await readPrivateKey({ armoredKey: key });
    if (hollow.keyPacket instanceof SecretKeyPacket) hollow.keyPacket.makeDummy();
    const site = openCsafSite({ CSAF_SIGNING_KEY: hollow.armor() });
    expect(await site.run()).toBe(2);
    expect(site.written.err[0]).toContain('neither a key nor a subkey that may sign');
  });

  it('says how a good key is made, in the language of the reader', async () => {
    const site = openCsafSite({});
    expect(await sign({ ...site.environment, language: 'ja' }, [])).toBe(2);
    expect(site.written.err[0]).toContain('CSAF_SIGNING_KEY がありません');
    expect(site.written.err[0]).toContain('gpg --quick-gen-key');
  });
});

describe('the secrets', () => {
  it('stand in no output, no site and no cache', async () => {
    const site = openCsafSite({ CSAF_SIGNING_KEY: locked, CSAF_SIGNING_PASSPHRASE: PASSPHRASE });
    expect(await site.run()).toBe(0);
    expect(signatureFiles(site)).toHaveLength(4);
    expectNoSecret(site);
  });

  it('would be found if they did', () => {
    const site = openCsafSite({ CSAF_SIGNING_KEY: locked, CSAF_SIGNING_PASSPHRASE: PASSPHRASE });
    writeFileSync(join(site.cwd, 'leak.txt'), `a ${PASSPHRASE} b`);
    expect(() => {
      expectNoSecret(site);
    }).toThrow(/leak/);
  });
});
