import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeCsafSite } from '../../tests/builders/a-csaf-site.ts';
import {
  BORN,
  CSAF,
  type CsafSite,
  DOCUMENT,
  fingerprintOf,
  makeKey,
  NOW,
  openCsafSite,
  signatureFiles,
} from '../../tests/builders/a-signed-site.ts';
import { listFiles } from '../build/list-files.ts';
import { sign } from './sign.ts';

let key = '';

beforeAll(async () => {
  key = await makeKey();
});

describe('sign', () => {
  it('signs every document of both trees and says so', async () => {
    const site = openCsafSite({ CSAF_SIGNING_KEY: key });
    expect(await site.run()).toBe(0);
    expect(signatureFiles(site)).toEqual([
      `${CSAF}/v2.1/clear/2021/xvn_1.json.asc`,
      `${CSAF}/v2.1/clear/2022/xvn_2.json.asc`,
      `${CSAF}/white/2021/xvn_1.json.asc`,
      `${CSAF}/white/2022/xvn_2.json.asc`,
    ]);
    expect(site.read(`${DOCUMENT}.asc`)).toMatch(/^-----BEGIN PGP SIGNATURE-----\n/);
    expect(site.written).toEqual({
      out: [`Signed 4 CSAF documents (4 new signatures, 0 kept). Key: ${fingerprintOf(site)}`],
      err: [],
    });
  });

  it('makes the provider a trusted one in both versions, with the public key where it says', async () => {
    const site = openCsafSite({ CSAF_SIGNING_KEY: key });
    await site.run();
    const fingerprint = fingerprintOf(site);
    const url = `https://vn.example/${CSAF}/openpgp/${fingerprint}.asc`;
    for (const folder of ['', 'v2.1/']) {
      expect(JSON.parse(site.read(`${CSAF}/${folder}provider-metadata.json`))).toMatchObject({
        role: 'csaf_trusted_provider',
        public_openpgp_keys: [{ fingerprint, url }],
      });
    }
    expect(fingerprint).toMatch(/^[0-9A-F]{40}$/);
    expect(site.read(`${CSAF}/openpgp/${fingerprint}.asc`)).toMatch(/^-----BEGIN PGP PUBLIC KEY BLOCK-----/);
  });

  it('leads to the signatures from feeds and folder pages', async () => {
    const site = openCsafSite({ CSAF_SIGNING_KEY: key });
    await site.run();
    for (const feed of [`${CSAF}/feed-tlp-white.json`, `${CSAF}/v2.1/feed-tlp-clear.json`]) {
      const links = [
        ...site.read(feed).matchAll(/"rel": "signature",\s+"href": "https:\/\/vn\.example\/([^"]+)"/g),
      ];
      expect(links).toHaveLength(2);
      for (const [, path = ''] of links) expect(existsSync(join(site.outDir, path))).toBe(true);
    }
    expect(site.read(`${CSAF}/white/2022/index.html`)).toContain('<a href="xvn_2.json.asc">');
  });

  it('changes no byte and no file when it is run again', async () => {
    const site = openCsafSite({ CSAF_SIGNING_KEY: key });
    await site.run();
    const [tree, before] = [site.tree(), statsOf(site)];
    expect(await site.run()).toBe(0);
    expect(site.tree()).toEqual(tree);
    expect(statsOf(site)).toEqual(before);
    expect(site.written.out[1]).toContain('(0 new signatures, 4 kept)');
  });

  it('gives the same bytes with another cache, at another time', async () => {
    const [one, two] = [openCsafSite({ CSAF_SIGNING_KEY: key }), openCsafSite({ CSAF_SIGNING_KEY: key })];
    await one.run();
    await sign({ ...two.environment, now: () => '2025-01-01T00:00:00Z' }, []);
    expect(two.tree()).toEqual(one.tree());
  });

  it('signs only what is new when a build has taken the signatures away', async () => {
    const site = openCsafSite({ CSAF_SIGNING_KEY: key });
    await site.run();
    const signed = site.tree();
    rmSync(site.outDir, { recursive: true });
    writeCsafSite(site.outDir, 3);
    expect(await site.run()).toBe(0);
    expect(site.written.out[1]).toContain('Signed 6 CSAF documents (2 new signatures, 4 kept)');
    for (const path of signatureFiles(site).filter((each) => each in signed))
      expect(site.tree()[path]).toBe(signed[path]);
  });

  it('makes a signature again that was damaged in the cache', async () => {
    const site = openCsafSite({ CSAF_SIGNING_KEY: key });
    await site.run();
    const tree = site.tree();
    const [store = ''] = listFiles(join(site.cacheDir, 'signatures'));
    const file = join(site.cacheDir, 'signatures', store);
    const known = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
    const swapped = known.map(([name], i) => [name, known.at(i - 1)?.[1]]);
    writeFileSync(file, JSON.stringify(Object.fromEntries(swapped)));
    expect(await site.run()).toBe(0);
    expect(site.written.out[1]).toContain('(4 new signatures, 0 kept)');
    expect(site.tree()).toEqual(tree);
  });

  it('dates signatures by the document, but never before the key', async () => {
    const site = openCsafSite({ CSAF_SIGNING_KEY: key });
    await site.run();
    const dates = Object.keys(loadStore(site)).map((name) => name.split(' ')[1]);
    expect(new Set(dates)).toEqual(new Set([BORN.toISOString(), '2022-03-01T00:00:00.000Z']));
  });

  it('signs with a key that is younger than the moment of SOURCE_DATE_EPOCH', async () => {
    const site = openCsafSite({
      CSAF_SIGNING_KEY: await makeKey({ date: new Date('2024-06-01T00:00:00Z') }),
    });
    expect(await site.run()).toBe(0);
    expect(await sign({ ...site.environment, now: () => '2024-07-01T00:00:00Z' }, ['--check'])).toBe(0);
  });

  it('has nothing to sign on a site without advisories', async () => {
    const site = openCsafSite({ CSAF_SIGNING_KEY: key });
    rmSync(join(site.outDir, '.well-known'), { recursive: true });
    const tree = site.tree();
    expect(await site.run()).toBe(0);
    expect(site.tree()).toEqual(tree);
  });
});

function loadStore({ cacheDir }: CsafSite): Record<string, string> {
  const folder = join(cacheDir, 'signatures');
  return JSON.parse(readFileSync(join(folder, listFiles(folder)[0] ?? ''), 'utf8')) as Record<string, string>;
}

function statsOf({ outDir }: CsafSite): string {
  return execFileSync('find', [outDir, '-type', 'f', '-printf', '%i %T@ %p\n'], { encoding: 'utf8' });
}

describe('a key that expires', () => {
  it.each([
    [91, []],
    [89, ['Note: the signing key expires on 2024-06-29.']],
  ])('in %i days', async (left, notes) => {
    const seconds = (Date.parse(NOW) - BORN.getTime()) / 1000 + left * 86_400;
    const site = openCsafSite({ CSAF_SIGNING_KEY: await makeKey({ keyExpirationTime: seconds }) });
    expect(await site.run()).toBe(0);
    expect(site.written.err.map((text) => text.replace(/(?<=\.) .*/, ''))).toEqual(notes);
  });
});
