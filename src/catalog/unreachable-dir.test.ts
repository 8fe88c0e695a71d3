import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { loadContent } from './load-content.ts';

const home = mkdtempSync(path.join(tmpdir(), 'kairan-unreachable-'));
const [content, hidden, cacheDir] = ['content', 'hidden', 'cache'].map((name) => path.join(home, name)) as [
  string,
  string,
  string,
];
const entry = (name: string) => `number: UR-2026-0001\nname: ${name}\nstages: { listed: 2026-01-05 }\n`;

afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

function prepare(files: Record<string, string>): void {
  cpSync('tests/fixtures/check/base', content, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(home, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

describe('a private folder of entries', () => {
  it('takes the place of the folder in the content, which is told', () => {
    prepare({
      'content/unreachable/UR-2026-0009.yaml': entry('Open'),
      'hidden/UR-2026-0001.yaml': entry('Hidden'),
    });
    const loaded = loadContent(content, { unreachableDir: hidden });
    expect(loaded.unreachable.map(({ file, facts }) => [file, facts?.name])).toEqual([
      ['unreachable/UR-2026-0001.yaml', 'Hidden'],
    ]);
    expect(loaded.problems.map(({ kind }) => kind)).toEqual(['unreachable-not-read']);
    expect(loaded.source('unreachable/UR-2026-0001.yaml')).toBe(entry('Hidden'));
  });

  it('has an entry told that is left in the content under any name', () => {
    prepare({
      'content/unreachable/left-works.yaml': entry('Left'),
      'hidden/UR-2026-0001.yaml': entry('Hidden'),
    });
    const { problems } = loadContent(content, { unreachableDir: hidden });
    expect(problems.map(({ kind, file }) => [kind, file])).toEqual([
      ['unreachable-not-read', 'unreachable/'],
    ]);
  });

  it('is not told where only notes stand in the content', () => {
    prepare({ 'content/unreachable/README.md': 'Notes.\n', 'hidden/UR-2026-0001.yaml': entry('Hidden') });
    expect(loadContent(content, { unreachableDir: hidden }).problems).toEqual([]);
  });

  it('never has a file named that is out of place: its name may be a developer’s', () => {
    prepare({ 'hidden/Secret Works.yaml': entry('Hidden'), 'hidden/README.md': 'Notes.\n' });
    symlinkSync('README.md', path.join(hidden, 'Other Secret.yaml'));
    const { problems } = loadContent(content, { unreachableDir: hidden });
    expect(problems.map(({ kind, file }) => [kind, file])).toEqual([
      ['unexpected-file', 'unreachable/'],
      ['unexpected-file', 'unreachable/'],
    ]);
    expect(JSON.stringify(problems)).not.toContain('Secret');
  });

  it('has no name told either where the folder of the content is read', () => {
    prepare({ 'content/unreachable/Secret-Works.yaml': entry('Open') });
    symlinkSync('nowhere', path.join(content, 'unreachable/Other-Secret.yaml'));
    const { problems } = loadContent(content);
    expect(problems.map(({ kind, file }) => [kind, file])).toEqual([
      ['unexpected-file', 'unreachable/'],
      ['not-a-file', 'unreachable/'],
    ]);
  });

  it('must be there', () => {
    prepare({});
    expect(() => loadContent(content, { unreachableDir: path.join(home, 'nowhere') })).toThrow('ENOENT');
  });
});

describe('the memory of parsed files', () => {
  it.each(['content/unreachable', 'hidden'])('never holds an entry of %s', (folder) => {
    prepare({ [`${folder}/UR-2026-0001.yaml`]: entry('Remembered Works') });
    const options = { cacheDir, ...(folder === 'hidden' && { unreachableDir: hidden }) };
    expect(loadContent(content, options).unreachable[0]?.facts?.name).toBe('Remembered Works');
    const stored = readdirSync(cacheDir).map((name) => readFileSync(path.join(cacheDir, name), 'utf8'));
    expect(stored.length).toBeGreaterThan(0);
    expect(stored.join('')).not.toContain('Remembered Works');
  });
});
