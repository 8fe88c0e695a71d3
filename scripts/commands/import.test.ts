import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, treeOf } from '../../tests/builders/tree.ts';
import { memoryEnvironment } from '../memory-environment.ts';
import { FORMATS } from '../import/formats.ts';
import { runImport } from './import.ts';

const OSV = {
  id: 'FICT-2026-1',
  published: '2026-01-05T00:00:00Z',
  modified: '2026-01-05T00:00:00Z',
  summary: 'Lamp shines through',
  details: 'It *shines* through.',
  affected: [
    {
      package: { ecosystem: 'npm', name: 'lamp' },
      ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.2.0' }] }],
    },
  ],
};

function aShell(variables: Record<string, string> = {}) {
  const cwd = temporaryFolder();
  const said: string[] = [];
  const shell = memoryEnvironment({
    ...{ cwd, env: variables, now: () => '2026-03-01T00:00:00Z' },
    out: (text) => said.push(text),
    err: (text) => said.push(text),
  });
  mkdirSync(join(cwd, 'in'));
  writeFileSync(join(cwd, 'in/a.json'), JSON.stringify(OSV));
  return { cwd, said, run: (...args: string[]) => runImport(shell, args) };
}

describe('npm run import', () => {
  it('imports, reports and ends with 0', async () => {
    const { cwd, said, run } = aShell();
    expect(
      await run('osv', 'in', '--out', 'content', '--report', 'r.json', '--report', 'r.md', '--round-trip'),
    ).toBe(0);
    expect(said.join('\n')).toContain('content: 1 new');
    expect(readFileSync(join(cwd, 'content/advisories/2026/FICT-2026-1.md'), 'utf8')).toContain('- <1.2.0');
    const report = JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8')) as {
      roundTrip: { records: number };
    };
    expect(report.roundTrip.records).toBe(1);
    expect(readFileSync(join(cwd, 'r.md'), 'utf8')).toContain('| `/summary` | 1 | 1 | 0 | 0 |');
  });

  it('takes the folder from CONTENT_DIR', async () => {
    const { cwd, run } = aShell({ CONTENT_DIR: 'mine' });
    expect(await run('osv', 'in')).toBe(0);
    expect(existsSync(join(cwd, 'mine/site.yaml'))).toBe(true);
  });

  it('ends with 1 when something was refused, and imports the rest', async () => {
    const { cwd, said, run } = aShell();
    writeFileSync(join(cwd, 'in/b.json'), '{"id": "FICT-2026-2"');
    expect(await run('osv', 'in', '--out', 'content')).toBe(1);
    expect(said.join('\n')).toContain('in/b.json');
    expect(existsSync(join(cwd, 'content/advisories/2026/FICT-2026-1.md'))).toBe(true);
  });

  it.each([
    [[], 'vu, csaf, cve, osv, vuldef, jvnrss, myjvn, mozilla, kairan'],
    [['elvish', 'in', '--out', 'content'], 'vu, csaf'],
    [['osv', '--out', 'content'], 'Name a file or folder'],
    [['osv', 'in'], '--out or CONTENT_DIR'],
    [['osv', 'in', '--out', 'content', '--report', 'r.txt'], 'r.txt'],
  ])('ends with 2 for %j', async (args, words) => {
    const { cwd, said, run } = aShell();
    expect(await run(...args)).toBe(2);
    expect(said.join('\n')).toContain(words);
    expect(Object.keys(treeOf(cwd))).toEqual(['in/a.json']);
  });

  it('says so when a report cannot be written, for what was imported stands', async () => {
    const { cwd, said, run } = aShell();
    mkdirSync(join(cwd, 'r.json'));
    expect(await run('osv', 'in', '--out', 'content', '--report', 'r.json', '--report', 'r.md')).toBe(1);
    expect(said.join('\n')).toContain('The report r.json could not be written');
    expect(existsSync(join(cwd, 'content/site.yaml')) && existsSync(join(cwd, 'r.md'))).toBe(true);
  });

  it.each(['in/a.json', 'in/a.json/below'])('says so when there can be no folder: %s', async (place) => {
    const { cwd, said, run } = aShell();
    expect(await run('osv', 'in', '--out', place)).toBe(1);
    expect(said.join('\n')).toContain('Cannot write');
    expect(Object.keys(treeOf(cwd))).toEqual(['in/a.json']);
  });

  it('writes through a link to where the folder really is', async () => {
    const { cwd, run } = aShell();
    mkdirSync(join(cwd, 'deep/real'), { recursive: true });
    symlinkSync('deep/real', join(cwd, 'content'));
    expect(await run('osv', 'in', '--out', 'content')).toBe(0);
    expect(readdirSync(join(cwd, 'deep'))).toEqual(['real']);
    expect(existsSync(join(cwd, 'deep/real/site.yaml'))).toBe(true);
  });

  it.skipIf(!existsSync('/dev/shm') || statSync('/dev/shm').dev === statSync('/dev').dev)(
    'says so at once when the folder is a file system of its own',
    async () => {
      const { said, run } = aShell();
      expect(await run('osv', 'in', '--out', '/dev/shm')).toBe(1);
      expect(said.join('\n')).toContain('Name a folder inside it');
    },
  );

  it('ends with 1 when there is nothing to import', async () => {
    const { cwd, said, run } = aShell();
    mkdirSync(join(cwd, 'empty'));
    expect(await run('osv', 'empty', '--out', 'content')).toBe(1);
    expect(said.join('\n')).toContain('There is no file to import');
  });

  it('leaves in peace what a person took away', async () => {
    const { cwd, run } = aShell();
    await run('osv', 'in', '--out', 'content');
    rmSync(join(cwd, 'content/advisories/2026/FICT-2026-1.md'));
    expect(await run('osv', 'in', '--out', 'content')).toBe(0);
    expect(existsSync(join(cwd, 'content/advisories/2026/FICT-2026-1.md'))).toBe(false);
  });

  it('says so when the folder holds something else', async () => {
    const { cwd, said, run } = aShell();
    expect(await run('osv', 'in', '--out', '.')).toBe(1);
    expect(said.join('\n')).toContain('holds other things');
    expect(Object.keys(treeOf(cwd))).toEqual(['in/a.json']);
  });

  it.each(Object.keys(FORMATS))('knows how to read %s', async (name) => {
    const format = await FORMATS[name]?.load();
    expect(format?.accepts('a.exe')).toBe(false);
  });
});
