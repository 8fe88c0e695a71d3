import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandWords } from '../words/words.ts';
import { compileSite, CompileError } from './compile-site.ts';
import { keepOwnLines } from './own-lines.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Compiles a content directory that holds one page. */
function compilePage(text: string): Promise<unknown> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kairan-compile-'));
  mkdirSync(path.join(folder, 'pages/en'), { recursive: true });
  writeFileSync(path.join(folder, 'pages/en/about.mdx'), `---\ntitle: About\n---\n\n${text}\n`);
  return compileSite({ root, contentDir: folder, cacheDir: path.join(folder, 'cache'), hash: 'test' });
}

describe('a compilation that fails', () => {
  it('names the place in the page and no line of a package', async () => {
    const error: unknown = await compilePage('{1+').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CompileError);
    const { message } = error as CompileError;
    expect(message).toMatch(/pages\/en\/about\.mdx:5:1\n.*Unexpected end of file in expression/);
    expect(message).not.toContain('node_modules');
  }, 60_000);

  it('is told with the word that nothing was touched', () => {
    expect(commandWords('en').compileFailed('why')).toMatch(/\nwhy\nThe previous output is untouched\.$/);
    expect(commandWords('ja').compileFailed('why')).toMatch(/\nwhy\n前回の出力はそのまま残っています。$/);
  });
});

describe('keepOwnLines', () => {
  it('keeps what the reader can open', () => {
    const stack = [
      'TypeError: a is undefined',
      '    at render (/site/.kairan/compiled/server/about.mjs:4:2)',
      '    at async plugin (file:///site/node_modules/rolldown/dist/a.mjs:1:1)',
      '    at async node:internal/process/task_queues:103:5',
      '   │         - \0virtual:astro:app',
    ];
    expect(keepOwnLines(stack.join('\n'))).toBe(stack.slice(0, 2).join('\n'));
  });
});
