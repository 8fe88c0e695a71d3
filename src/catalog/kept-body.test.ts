import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { fromPlainContent, toPlainContent } from './kept-body.ts';
import { loadContent } from './load-content.ts';

const content = path.resolve(import.meta.dirname, '../../content');

function aCacheDir(): string {
  return mkdtempSync(path.join(tmpdir(), 'kairan-kept-'));
}

describe('bodies whose sections were put aside', () => {
  it('say the same as those in memory, whether written just now or earlier', () => {
    const cacheDir = aCacheDir();
    const { advisories, translations } = loadContent(content);
    expect(advisories.length).toBeGreaterThan(1);
    for (const loaded of [loadContent(content, { cacheDir }), loadContent(content, { cacheDir })]) {
      expect(loaded.advisories).toEqual(advisories);
      expect(loaded.translations).toEqual(translations);
    }
  });

  it('keep what they say when the cache is deleted', () => {
    const cacheDir = aCacheDir();
    loadContent(content, { cacheDir });
    const { advisories } = loadContent(content, { cacheDir });
    rmSync(cacheDir, { recursive: true });
    expect(advisories).toEqual(loadContent(content).advisories);
  });

  it('reach another thread without their sections, which stay within reach', () => {
    const loaded = loadContent(content, { cacheDir: aCacheDir() });
    const bytes = serialize(toPlainContent(loaded));
    expect(bytes.toString('utf8')).not.toContain('<p>');
    const { advisories, translations } = fromPlainContent(deserialize(bytes));
    expect({ advisories, translations }).toEqual({
      advisories: loaded.advisories,
      translations: loaded.translations,
    });
  });
});
