import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildSite } from '#scripts/build/build-site.ts';
import { sign } from '#scripts/commands/sign.ts';
import { memoryEnvironment } from '#scripts/memory-environment.ts';
import { makeKey } from './builders/a-signed-site.ts';
import { treeOf } from './builders/tree.ts';

/*
 * The oracle of the build engine: whatever happened before, the output folder holds what a build from nothing gives.
 * The real templates, a small fictional site.
 */

const root = resolve('.');
const content = mkdtempSync(join(tmpdir(), 'kairan-content-'));
const output = mkdtempSync(join(tmpdir(), 'kairan-output-'));
// Compiled templates find the packages of the project from here.
mkdirSync(join(root, '.kairan'), { recursive: true });
const caches = mkdtempSync(join(root, '.kairan/test-'));
let cold = 0;

afterAll(() => {
  for (const folder of [content, output, caches]) rmSync(folder, { recursive: true, force: true });
}, 120_000);

function environment(name: string, now = '2026-02-20T00:00:00Z') {
  const parts = { root, contentDir: content, outDir: join(output, name), cacheDir: join(caches, name) };
  return memoryEnvironment({ ...parts, now: () => now });
}

const options = { search: true, formats: true, onCompile: () => undefined };

/** Builds on top of what is there, and from nothing; both trees with what the first one changed. */
async function buildBoth(now?: string) {
  const warm = environment('warm', now);
  const { counts, findings } = await buildSite(warm, options);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const fresh = environment(`cold-${++cold}`, now);
  cpSync(join(warm.cacheDir, 'compiled'), join(fresh.cacheDir, 'compiled'), { recursive: true });
  await buildSite(fresh, options);
  const trees = { warm: treeOf(warm.outDir), cold: treeOf(fresh.outDir) };
  for (const folder of [fresh.outDir, fresh.cacheDir]) rmSync(folder, { recursive: true, force: true });
  return { ...trees, counts };
}

function edit(file: string, change: (text: string) => string): void {
  const path = join(content, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after, `the edit of ${file} changes nothing`).not.toBe(before);
  writeFileSync(path, after);
}

const XVN5 = 'advisories/2025/XVN10000005.md';

describe('a build on top of another one', () => {
  cpSync('tests/fixtures/fictional', content, { recursive: true });

  /** In this order: each change finds the output of the one before. */
  const changes: readonly (readonly [what: string, change: () => void])[] = [
    ['nothing stood there before', () => undefined],
    ['nothing changed', () => undefined],
    [
      'an advisory was added',
      () => {
        const text = readFileSync(join(content, XVN5), 'utf8');
        writeFileSync(
          join(content, 'advisories/2025/XVN10000099.md'),
          text.replaceAll('XVN#10000005', 'XVN#10000099'),
        );
      },
    ],
    [
      'an advisory was edited',
      () => {
        edit(XVN5, (text) => text.replace(/^title: .*$/m, 'title: 題名を改めた脆弱性'));
      },
    ],
    [
      'an advisory got another number',
      () => {
        const [from, to] = ['advisories/2025/XVN10000099.md', 'advisories/2025/XVN10000098.md'];
        renameSync(join(content, from), join(content, to));
        edit(to, (text) => text.replaceAll('XVN#10000099', 'XVN#10000098'));
      },
    ],
    [
      'an advisory was deleted',
      () => {
        rmSync(join(content, 'advisories/2025/XVN10000098.md'));
      },
    ],
    [
      'a vendor was added',
      () => {
        writeFileSync(
          join(content, 'vendors/new-vendor.yaml'),
          'name: { ja: 新しい会社, en: New Vendor }\nreading: あたらしいかいしゃ\n',
        );
        edit(XVN5, (text) => text.replace(/vendor: [a-z0-9-]+/, 'vendor: new-vendor'));
      },
    ],
    [
      'a vendor was edited',
      () => {
        edit('vendors/new-vendor.yaml', (text) => text.replace('新しい会社', '名を改めた会社'));
      },
    ],
    [
      'a vendor got another slug',
      () => {
        renameSync(join(content, 'vendors/new-vendor.yaml'), join(content, 'vendors/renamed-vendor.yaml'));
        edit(XVN5, (text) => text.replaceAll('vendor: new-vendor', 'vendor: renamed-vendor'));
      },
    ],
    [
      'a vendor was deleted',
      () => {
        rmSync(join(content, 'vendors/renamed-vendor.yaml'));
        edit(XVN5, (text) => text.replaceAll('vendor: renamed-vendor', 'vendor: geta'));
      },
    ],
    [
      'the site got another title',
      () => {
        edit('site.yaml', (text) => text.replace(/^title: .*$/m, 'title: { ja: 別の題, en: Another title }'));
      },
    ],
  ];

  it.for(changes)(
    'gives what a build from nothing gives when %s',
    { timeout: 120_000 },
    async ([what, change]) => {
      change();
      const both = await buildBoth();
      expect(both.warm).toEqual(both.cold);
      expect(Object.keys(both.warm).length).toBeGreaterThan(100);
      if (what === 'nothing changed') expect(both.counts).toMatchObject({ changed: 0, removed: 0 });
    },
  );

  it(
    'takes signatures away and trust with them, until the site is signed again',
    { timeout: 120_000 },
    async () => {
      const signing = { ...environment('warm'), env: { CSAF_SIGNING_KEY: await makeKey() } };
      const metadata = join(signing.outDir, '.well-known/csaf/provider-metadata.json');
      expect(await sign(signing, [])).toBe(0);
      const signed = treeOf(signing.outDir);
      expect(readFileSync(metadata, 'utf8')).toContain('csaf_trusted_provider');
      const both = await buildBoth();
      expect(both.warm).toEqual(both.cold);
      expect(readFileSync(metadata, 'utf8')).toContain('"csaf_provider"');
      expect(await sign(signing, [])).toBe(0);
      expect(treeOf(signing.outDir)).toEqual(signed);
      // Tests that follow count what changes in an unsigned site.
      await buildBoth();
    },
  );

  it('renders a policy page alone when its text changed', { timeout: 120_000 }, async () => {
    edit('pages/ja/about.mdx', (text) => `${text.trimEnd()}\n\nもう一文。\n`);
    const both = await buildBoth();
    expect(both.warm).toEqual(both.cold);
    expect(both.counts).toMatchObject({ changed: 2, removed: 0 });
  });

  it('renders only the pages that show an edited advisory', { timeout: 120_000 }, async () => {
    edit(XVN5, (text) => `${text.trimEnd()}\n\nもう一文。\n`);
    const { counts } = await buildSite(environment('warm'), options);
    expect(counts?.changed).toBeGreaterThan(0);
    const { changed } = JSON.parse(readFileSync(join(caches, 'warm', 'changed.json'), 'utf8')) as {
      changed: string[];
    };
    const isSearch = (path: string): boolean => path.startsWith('search-index/');
    expect(changed.filter((path) => !isSearch(path)).length).toBeLessThan(25);
    // The files of the segment that holds it, and of the directory above, in each language.
    expect(changed.filter(isSearch).length).toBeLessThan(120);
  });

  it(
    'publishes an advisory when its moment has come, and equals a build from nothing then',
    { timeout: 120_000 },
    async () => {
      const before = await buildBoth();
      expect(Object.keys(before.warm).filter((path) => path.includes('XVN10000004'))).toEqual([]);
      const after = await buildBoth('2099-12-31T00:00:00Z');
      expect(Object.keys(after.warm).some((path) => path.endsWith('XVN10000004/index.html'))).toBe(true);
      expect(after.warm).toEqual(after.cold);
    },
  );

  it(
    'writes nothing over the previous site when the content has an error',
    { timeout: 120_000 },
    async () => {
      const { warm } = await buildBoth();
      edit(XVN5, (text) => text.replace(/^title: .*$/m, 'title: [broken'));
      const { findings, counts } = await buildSite(environment('warm'), options);
      expect(findings.some(({ severity, file }) => severity === 'error' && file === XVN5)).toBe(true);
      expect(counts).toBeUndefined();
      expect(treeOf(join(output, 'warm'))).toEqual(warm);
    },
  );
});

describe('two machines', () => {
  const program = `
    import { buildSite } from ${JSON.stringify(join(root, 'scripts/build/build-site.ts'))};
    import { realEnvironment } from ${JSON.stringify(join(root, 'scripts/environment.ts'))};
    const { counts } = await buildSite(
      { ...realEnvironment(), cacheDir: process.argv[1] },
      { search: true, formats: true, onCompile: () => undefined },
    );
    if (counts === undefined) process.exitCode = 1;
  `;

  function buildOn(name: string, machine: Record<string, string>): Record<string, string> {
    execFileSync(process.execPath, ['--input-type=module', '--eval', program, join(caches, name)], {
      cwd: root,
      env: {
        ...process.env,
        ...machine,
        CONTENT_DIR: resolve('tests/fixtures/fictional'),
        OUT_DIR: join(output, name),
        SOURCE_DATE_EPOCH: '1771545600',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return treeOf(join(output, name));
  }

  it('give the same bytes in any zone and locale, search index included', { timeout: 180_000 }, () => {
    const here = buildOn('utc', { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' });
    const there = buildOn('kiritimati', {
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    });
    expect(there).toEqual(here);
    expect(Object.keys(here)).toContain('search-index/ja/index.json');
  });
});
