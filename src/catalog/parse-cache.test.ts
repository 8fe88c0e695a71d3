import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadParseCache } from './parse-cache.ts';

const FILE = 'advisories/2026/XVN10000001.md';

function aFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'kairan-cache-'));
}

function aFilledFolder(): string {
  const folder = aFolder();
  const cache = loadParseCache(folder, 'parser-1');
  cache.recall(FILE, 'digest-1');
  cache.remember(FILE, 'digest-1', { title: 'one' });
  cache.save();
  return folder;
}

describe('the parse cache', () => {
  it('gives back what was remembered under the same digest', () => {
    expect(loadParseCache(aFilledFolder(), 'parser-1').recall(FILE, 'digest-1')?.result).toEqual({
      title: 'one',
    });
  });

  it('forgets when the bytes changed', () => {
    expect(loadParseCache(aFilledFolder(), 'parser-1').recall(FILE, 'digest-2')).toBeUndefined();
  });

  it('forgets when the parser changed', () => {
    expect(loadParseCache(aFilledFolder(), 'parser-2').recall(FILE, 'digest-1')).toBeUndefined();
  });

  it('starts empty when a shard is damaged', () => {
    const folder = aFilledFolder();
    for (const shard of readdirSync(folder))
      writeFileSync(path.join(folder, shard), '{"parser":"parser-1","ent');
    expect(loadParseCache(folder, 'parser-1').recall(FILE, 'digest-1')).toBeUndefined();
  });

  it('drops files that were not asked for, so a deleted advisory leaves nothing behind', () => {
    const folder = aFilledFolder();
    const cache = loadParseCache(folder, 'parser-1');
    cache.recall('advisories/2026/XVN10000002.md', 'digest-1');
    cache.save();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('drops the shard of a folder that is gone', () => {
    const folder = aFilledFolder();
    const cache = loadParseCache(folder, 'parser-1');
    cache.remember('advisories/2025/XVN10000002.md', 'digest-1', {});
    cache.recall('advisories/2025/XVN10000002.md', 'digest-1');
    cache.save();
    expect(readdirSync(folder)).toEqual([`${encodeURIComponent('advisories/2025')}.shard`]);
  });
});
