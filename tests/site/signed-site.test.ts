import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { sign } from '#scripts/commands/sign.ts';
import { memoryEnvironment } from '#scripts/memory-environment.ts';
import { makeKey } from '../builders/a-signed-site.ts';
import { temporaryFolder } from '../builders/tree.ts';
import { listFiles } from './built-site.ts';

const CSAF = '.well-known/csaf';
const hasGpg = spawnSync('gpg', ['--version']).status === 0;

/** A copy of a built site, signed as a coordinator would. */
async function signCopy(site: string, content: string) {
  const home = temporaryFolder();
  const outDir = path.join(home, 'dist');
  for (const part of ['.kairan', CSAF])
    cpSync(path.join(site, part), path.join(outDir, part), { recursive: true });
  const environment = memoryEnvironment({
    ...{ root: path.join(home, 'engine'), cwd: home, contentDir: path.resolve(content), outDir },
    ...{ cacheDir: path.join(home, '.kairan'), env: { CSAF_SIGNING_KEY: await makeKey() } },
    now: () => '2026-12-01T00:00:00Z',
  });
  expect(await sign(environment, []), environment.written.err.join()).toBe(0);
  const documents = listFiles(path.join(outDir, CSAF)).filter((file) => /\/\d{4}\/[^/]+\.json$/.test(file));
  return { environment, folder: path.join(outDir, CSAF), documents };
}

describe('a built site, signed', () => {
  it.each([
    ['the sample', 'sampleSite', 'content'],
    ['the fictional site', 'fictionalSite', 'tests/fixtures/fictional'],
    ['another coordinator', 'otherSite', 'tests/fixtures/other-coordinator'],
  ] as const)('%s has a good signature beside every document and leads to it', async (_, name, content) => {
    const { environment, folder, documents } = await signCopy(inject(name), content);
    expect(await sign(environment, ['--check'])).toBe(0);
    for (const tree of ['white/', 'v2.1/clear/'])
      expect(documents.filter((file) => file.startsWith(tree))).not.toEqual([]);
    const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
    const feeds = read('feed-tlp-white.json') + read('v2.1/feed-tlp-clear.json');
    for (const file of documents) {
      expect(feeds).toContain(`/${CSAF}/${file}.asc"`);
      expect(read(`${path.dirname(file)}/index.html`)).toContain(`<a href="${path.basename(file)}.asc">`);
    }
    expect(documents.filter((file) => !existsSync(path.join(folder, `${file}.asc`)))).toEqual([]);
  });

  it.skipIf(!hasGpg)('is confirmed by GnuPG, document by document (where it is installed)', async () => {
    const { folder, documents } = await signCopy(inject('sampleSite'), 'content');
    const home = path.join(temporaryFolder(), 'gpg');
    mkdirSync(home, { mode: 0o700 });
    const gpg = (...args: string[]) =>
      spawnSync('gpg', ['--homedir', home, '--batch', '--no-autostart', ...args], {
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C' },
      });
    const [key = ''] = listFiles(path.join(folder, 'openpgp'));
    gpg('--import', path.join(folder, 'openpgp', key));
    const doubtful = documents.filter((file) => {
      const document = path.join(folder, file);
      const { status, stderr } = gpg('--verify', `${document}.asc`, document);
      return status !== 0 || !stderr.includes('Good signature');
    });
    expect(doubtful).toEqual([]);
  });
});
