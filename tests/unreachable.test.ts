import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadFolderTexts } from '#scripts/case/publication/folder-texts.ts';
import { buildSite } from '#scripts/build/build-site.ts';
import { check } from '#scripts/commands/check.ts';
import { memoryEnvironment } from '#scripts/memory-environment.ts';
import { treeOf } from './builders/tree.ts';

/*
 * A developer who answered is taken off the list: no byte of the site, and nothing that the next build would start from,
 * may hold the name then. Entries stand in a private folder here, as they should.
 */

const root = resolve('.');
const home = mkdtempSync(join(tmpdir(), 'kairan-unreachable-'));
const [content, hidden, outDir] = [join(home, 'content'), join(home, 'hidden'), join(home, 'dist')];
// Compiled templates find the packages of the project from here.
mkdirSync(join(root, '.kairan'), { recursive: true });
const cacheDir = mkdtempSync(join(root, '.kairan/test-'));
const options = { search: true, formats: true, onCompile: () => undefined };

beforeAll(() => {
  cpSync('tests/fixtures/fictional', content, { recursive: true });
  rmSync(join(content, 'unreachable'), { recursive: true });
});

afterAll(() => {
  for (const folder of [home, cacheDir]) rmSync(folder, { recursive: true, force: true });
}, 120_000);

const NAMES = ['Zanzibar', 'ざんじばる', '亀鶴工房', 'Zanzibar Ledger', '亀鶴台帳', 'v77.7-marker'];
const entry = `number: UR-2025-0777
name: { ja: 亀鶴工房, en: Zanzibar Softworks }
reading: ざんじばる
stages:
  listed: 2025-10-01
  product:
    on: 2026-01-05
    name: { ja: 亀鶴台帳, en: Zanzibar Ledger }
    versions: v77.7-marker
`;

function environment() {
  return memoryEnvironment({
    root,
    contentDir: content,
    unreachableDir: hidden,
    outDir,
    cacheDir,
    now: () => '2026-02-20T00:00:00Z',
  });
}

async function build(text?: string): Promise<void> {
  rmSync(hidden, { recursive: true, force: true });
  mkdirSync(hidden);
  if (text !== undefined) writeFileSync(join(hidden, 'UR-2025-0777.yaml'), text);
  const { findings } = await buildSite(environment(), options);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
}

/** Files below a folder that hold one of the names, as they are, in entities or escapes, or packed; names of files too. */
function holders(folder: string): string[] {
  const words = NAMES.flatMap((name) => [
    name,
    encodeURIComponent(name),
    JSON.stringify(name).slice(1, -1),
    Array.from(name, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    Buffer.from(name).toString('base64').replace(/=+$/, ''),
  ]);
  const found = [...loadFolderTexts(folder)].filter(({ bytes }) => {
    const text = ['utf8', 'utf-16le'].map((encoding) => new TextDecoder(encoding).decode(bytes)).join('\n');
    return words.some((word) => text.includes(word));
  });
  return [...new Set(found.map(({ path }) => path))];
}

describe('the name of a developer', () => {
  it(
    'stands on the page of its language while it is listed, and nowhere else',
    { timeout: 240_000 },
    async () => {
      // The same templates as any build here uses; a fresh checkout compiles them.
      const compiled = join(root, '.kairan/compiled');
      if (existsSync(compiled)) cpSync(compiled, join(cacheDir, 'compiled'), { recursive: true });
      await build(entry);
      expect(holders(outDir).toSorted()).toEqual(['en/unreachable/index.html', 'unreachable/index.html']);
      expect(holders(cacheDir)).toEqual([]);
      const page = readFileSync(join(outDir, 'unreachable/index.html'), 'utf8');
      expect(page).toContain('亀鶴工房');
      expect(page.match(/<head>[\s\S]*<\/head>/)?.[0]).not.toMatch(/亀鶴|Zanzibar/);
    },
  );

  it('is gone from every byte when the entry is reduced to its answer', { timeout: 120_000 }, async () => {
    await build('number: UR-2025-0777\nansweredOn: 2026-02-19\n');
    expect(holders(outDir)).toEqual([]);
    expect(holders(cacheDir)).toEqual([]);
    const page = readFileSync(join(outDir, 'unreachable/index.html'), 'utf8');
    expect(page).toMatch(/id="no-UR-2025-0777"[^]*?この掲載は終了しました/);
  });

  it('leaves a site as if it had never been there when the file is gone', { timeout: 240_000 }, async () => {
    await build(entry);
    await build();
    expect(holders(outDir)).toEqual([]);
    expect(holders(cacheDir)).toEqual([]);
    const afterwards = treeOf(outDir);
    rmSync(outDir, { recursive: true });
    await build();
    expect(treeOf(outDir)).toEqual(afterwards);
  });

  it('stands in no message of the check, which may be in a public log', async () => {
    const spoilt = [
      entry.replace('listed: 2025-10-01', 'listed: 2027-10-01'),
      entry.replace('reading: ', 'raeding: '),
      entry.replace('2025-10-01', '2026-01-06'),
      entry.replace('2025-10-01', '亀鶴工房'),
      entry.replace('UR-2025-0777', 'Zanzibar Softworks'),
      entry.replace('name: {', 'name: ['),
      entry.replace('reading:', 'individual:'),
      entry.replace('reading:', '亀鶴工房:'),
      `${entry}name: 亀鶴工房\n`,
      `${entry}亀鶴工房: 1\n亀鶴工房: 2\n`,
      `${entry}Zanzibar: 1\n`,
      `${entry}Zanzibar: 1\nZanzibar: 2\n`,
      `${entry}answeredOn: 2026-02-01\n`,
      `${entry}  committee: 2026-02-01\n  published: { on: 2026-02-02, advisory: 亀鶴工房の件 }\n`,
    ];
    for (const text of spoilt) {
      mkdirSync(hidden, { recursive: true });
      writeFileSync(join(hidden, 'UR-2025-0777.yaml'), text);
      for (const format of ['human', 'github', 'json']) {
        const here = environment();
        await check(here, ['--format', format]);
        const said = [...here.written.out, ...here.written.err].join('\n');
        expect(said.length).toBeGreaterThan(0);
        expect(NAMES.filter((name) => said.includes(name))).toEqual([]);
      }
    }
  });
});
