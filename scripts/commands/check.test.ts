import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Environment } from '../environment.ts';
import { memoryEnvironment, type MemoryEnvironment } from '../memory-environment.ts';
import type { CheckReport } from '../output/json.ts';
import { UsageError } from '../usage-error.ts';
import { check } from './check.ts';

const root = path.resolve(import.meta.dirname, '../..');
const ADVISORY = 'advisories/2026/XVN10000001.md';

/** A copy of the fixtures' base tree in a folder of its own. */
function open(parts: Partial<Environment> = {}): MemoryEnvironment {
  const cwd = mkdtempSync(path.join(tmpdir(), 'kairan-command-'));
  const contentDir = path.join(cwd, 'content');
  cpSync(path.join(root, 'tests/fixtures/check/base'), contentDir, { recursive: true });
  return memoryEnvironment({
    root,
    cwd,
    contentDir,
    cacheDir: path.join(cwd, '.kairan'),
    now: () => '2026-06-01T00:00:00Z',
    ...parts,
  });
}

function edit({ contentDir }: Environment, from: string, to: string): void {
  const file = path.join(contentDir, ADVISORY);
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
}

/** The environment's folder as a git repository with one commit, and git itself. */
function openRepository(): MemoryEnvironment {
  const environment = open();
  const git = (args: readonly string[]): string | undefined => {
    try {
      const name = ['-c', 'user.name=Example', '-c', 'user.email=example@vendor.example'];
      return execFileSync('git', [...name, ...args], {
        cwd: environment.cwd,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch {
      return undefined;
    }
  };
  for (const args of [
    ['init', '-q'],
    ['add', 'content'],
    ['commit', '-q', '-m', 'First'],
  ])
    git(args);
  return { ...environment, git };
}

describe('check', () => {
  it('answers 0 and one line for content without a problem', async () => {
    const environment = open();
    expect(await check(environment, [])).toBe(0);
    expect(environment.written).toEqual({ out: ['No problems in 3 files.'], err: [] });
  });

  it('answers 1 and names the place as the reader would type it', async () => {
    const environment = open();
    edit(environment, 'status: affected', 'status: affectd');
    expect(await check(environment, [])).toBe(1);
    expect(environment.written.err[0]).toContain(`content/${ADVISORY}:16:13 error SCH004`);
  });

  it('answers 0 when there are warnings only', async () => {
    const environment = open();
    edit(environment, 'CWE-79', 'CWE-264');
    expect(await check(environment, ['--format', 'json'])).toBe(0);
    expect(JSON.parse(environment.written.out[0] ?? '') as CheckReport).toMatchObject({
      errors: 0,
      warnings: 1,
    });
  });

  it('finds the same with its memory as without', async () => {
    const environment = open();
    edit(environment, '<1.4', 'prior to 1.4');
    await check(environment, ['--format', 'github']);
    await check(environment, ['--format', 'github']);
    const [first, second] = environment.written.out;
    expect(first).toContain(`file=content/${ADVISORY},line=12,col=14`);
    expect(second).toBe(first);
  });

  it('names the same file in every format', async () => {
    const environment = open();
    edit(environment, 'status: affected', 'status: affectd');
    for (const format of ['human', 'github', 'json']) await check(environment, ['--format', format]);
    const { err, out } = environment.written;
    const [github = '', json = ''] = out;
    expect(err[0]).toContain(`content/${ADVISORY}:16:13 `);
    expect(github).toContain(`file=content/${ADVISORY},`);
    expect((JSON.parse(json) as CheckReport).findings[0]?.file).toBe(`content/${ADVISORY}`);
  });

  it.each(['ADV010', 'adv010'])('explains a code typed as %s', async (code) => {
    const environment = open();
    expect(await check(environment, ['--explain', code])).toBe(0);
    expect(environment.written.out[0]).toMatch(/^# ADV010 — /);
  });

  it.each([
    [['--format', 'xml']],
    [['--explain', 'ADV999']],
    [['--bsae', 'main']],
    [['--base', 'no-such-branch']],
  ])('refuses %j as wrong usage', async (args) => {
    await expect(check(open(), args)).rejects.toThrow(UsageError);
  });

  it('never shows what stands behind a link', async () => {
    const environment = open();
    const secret = path.join(environment.cwd, 'secret.txt');
    writeFileSync(secret, 'not content');
    execFileSync('ln', ['-s', secret, path.join(environment.contentDir, 'vendors/linked.yaml')]);
    expect(await check(environment, [])).toBe(1);
    expect(environment.written.err[0]).toContain('SRC011');
    expect(environment.written.err[0]).not.toContain('not content');
  });
});

describe('check --base', () => {
  it('asks for a revision after a change, with the lines to paste', async () => {
    const environment = openRepository();
    edit(environment, 'Update to version 1.4.', 'Update to version 1.4.1.');
    expect(await check(environment, ['--base', 'HEAD'])).toBe(1);
    expect(environment.written.err[0]).toContain(`    - at: 2026-06-01T09:00:00+09:00
      summary: { en: TODO, ja: TODO }
      changes:
        - { part: solution }`);
  });

  it('accepts the lines that it asked for', async () => {
    const environment = openRepository();
    edit(environment, 'Update to version 1.4.', 'Update to version 1.4.1.');
    await check(environment, ['--base', 'HEAD', '--format', 'json']);
    const { findings } = JSON.parse(environment.written.out[0] ?? '') as CheckReport;
    const lines = String(findings[0]?.params['yaml']).replaceAll('TODO', 'Corrected');
    edit(environment, '    summary: Published\n', `    summary: Published\n${lines}\n`);
    expect(await check(environment, ['--base', 'HEAD'])).toBe(0);
  });

  it('tells that a published advisory is gone', async () => {
    const environment = openRepository();
    rmSync(path.join(environment.contentDir, ADVISORY));
    expect(await check(environment, ['--base', 'HEAD'])).toBe(1);
    expect(environment.written.err[0]).toContain(`content/${ADVISORY}:1:1 error REV003`);
  });

  it('says nothing about content that has not changed', async () => {
    expect(await check(openRepository(), ['--base', 'HEAD'])).toBe(0);
  });
});
