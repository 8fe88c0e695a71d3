import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { generateKey } from 'openpgp';
import { sign } from '#scripts/commands/sign.ts';
import { memoryEnvironment } from '#scripts/memory-environment.ts';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { validateMandatory } from '../builders/validate-csaf.ts';
import { FIXTURE_EPOCH } from '../site/build-fixture.ts';
import { listFiles } from '../site/built-site.ts';
import { checkProvider, type ProviderReport } from './check-provider.ts';
import { type Fault, FAULTS, SIGNED_FAULTS } from './faults.ts';
import { serveSite } from './served-site.ts';
import { SpoiledSite } from './spoiled-site.ts';

const fictional = { folder: inject('fictionalSite'), origin: 'https://notes.example' };
const sites = {
  'the sample': { folder: inject('sampleSite'), origin: 'https://kairan.example' },
  'the fictional site': fictional,
  'the site of another coordinator': {
    folder: inject('otherSite'),
    origin: 'https://advisories.nordhaven.example',
  },
};
const hasGpg = spawnSync('gpg', ['--version']).status === 0;
const now = new Date(Number(FIXTURE_EPOCH) * 1000);

async function check(
  folder: string,
  origin: string,
  refused: readonly string[] = [],
): Promise<ProviderReport> {
  const site = await serveSite(folder, origin, refused);
  try {
    return await checkProvider(site, { validate: validateMandatory, now });
  } finally {
    site.close();
  }
}

/** The requirements that are not met, with what is wrong. */
function broken({ verdicts }: ProviderReport): [number, readonly string[]][] {
  return verdicts
    .filter(({ problems }) => problems.length > 0)
    .map(({ requirement, problems }) => [requirement, problems]);
}

/** What the check finds on a copy of a site after a fault; the requirements only. */
async function brokenBy({ spoil, refused }: Fault, site: SpoiledSite): Promise<number[]> {
  spoil(site);
  const report = await check(site.folder, fictional.origin, refused?.(site));
  return broken(report).map(([requirement]) => requirement);
}

function copyOf(folder: string): SpoiledSite {
  const site = new SpoiledSite(folder);
  onTestFinished(() => {
    site.remove();
  });
  return site;
}

describe.each(Object.entries(sites))('the CSAF provider of %s', (_, { folder, origin }) => {
  it('meets every requirement of CSAF 2.0 §7.1 that an unsigned site can, and claims no more', async () => {
    const report = await check(folder, origin);
    expect(broken(report)).toEqual([]);
    expect(report.role).toBe('csaf_provider');
    expect(report.documents).toBeGreaterThan(0);
    const unchecked = report.verdicts.filter(({ unchecked: reason }) => reason !== undefined);
    expect(unchecked.map(({ requirement }) => requirement)).toEqual([10, 19, 20]);
  });
});

describe('a fault of a provider is found, and only that', () => {
  it.each(FAULTS)('requirement $requirement: $what', async (fault) => {
    expect(await brokenBy(fault, copyOf(fictional.folder))).toEqual([fault.requirement]);
  });

  it('for every requirement that can be checked', () => {
    const known = new Set([...FAULTS, ...SIGNED_FAULTS].map(({ requirement }) => requirement));
    const all = Array.from({ length: 20 }, (_, place) => place + 1);
    expect(all.filter((requirement) => !known.has(requirement))).toEqual([10]);
  });
});

describe.skipIf(!hasGpg)(`a signed provider${hasGpg ? '' : ' (skipped: gpg is not installed)'}`, () => {
  let signed: SpoiledSite;

  beforeAll(async () => {
    signed = new SpoiledSite(fictional.folder);
    const { privateKey } = await generateKey({
      ...{ type: 'ecc', curve: 'ed25519Legacy', format: 'object' },
      userIDs: [{ name: 'Fictional', email: 'csaf@notes.example' }],
      date: new Date('2020-01-01T00:00:00Z'),
    });
    expect(await signWith(privateKey.armor(), signed.folder)).toBe(0);
  });
  afterAll(() => {
    signed.remove();
  });

  /** Signs as `npm run sign` does; the cache stands in the copy’s neighbourhood and disappears with it. */
  function signWith(armored: string, outDir: string): Promise<number> {
    const env = { CSAF_SIGNING_KEY: armored };
    const contentDir = path.resolve('tests/fixtures/fictional');
    const parts = { cwd: process.cwd(), contentDir, outDir, cacheDir: `${outDir}-cache`, env };
    return sign(memoryEnvironment({ ...parts, now: () => now.toISOString() }), []);
  }

  it('is a trusted one and meets every requirement but the DNS path, which nobody can ask here', async () => {
    const report = await check(signed.folder, fictional.origin);
    expect(broken(report)).toEqual([]);
    expect(report.role).toBe('csaf_trusted_provider');
    const unchecked = report.verdicts.filter(({ unchecked: reason }) => reason !== undefined);
    expect(unchecked.map(({ requirement }) => requirement)).toEqual([10]);
  });

  it.each(SIGNED_FAULTS)('requirement $requirement: $what', async (fault) => {
    expect(await brokenBy(fault, copyOf(signed.folder))).toEqual([fault.requirement]);
  });
});

describe('what is not public yet', () => {
  it('is named nowhere in the provider', () => {
    const [folder, secret] = [fictional.folder, /XVN#?10000004|xvn_10000004/iu];
    const original = 'tests/fixtures/fictional/advisories/2099/XVN10000004.md';
    const title = /^title: (.*)$/mu.exec(readFileSync(original, 'utf8'))?.[1] ?? '';
    expect(title).not.toBe('');
    const files = listFiles(path.join(folder, '.well-known'));
    expect(files.length).toBeGreaterThan(10);
    const telling = files.filter((file) => {
      const text = file + readFileSync(path.join(folder, '.well-known', file), 'utf8');
      return secret.test(text) || text.includes(title);
    });
    expect(telling).toEqual([]);
  });
});
