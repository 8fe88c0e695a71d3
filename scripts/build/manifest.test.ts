import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../tests/builders/tree.ts';
import { loadManifest, saveManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';

describe('the memory of a build', () => {
  it('comes back as it was saved, fractions of milliseconds included', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'deep/memory.json');
    const manifest: Manifest = new Map([['a/index.html', ['b', 'c', 12, 1790000000000.123]]]);
    saveManifest(file, manifest);
    expect(loadManifest(file)).toEqual(manifest);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['memory.json']);
  });

  it.each(['', '{', '[]', '{"version":2,"outputs":{}}', '{"version":1,"outputs":{"a":["f"]}}'])(
    'is empty when it is damaged: %s',
    (text) => {
      const file = join(temporaryFolder(), 'memory.json');
      writeFileSync(file, text);
      expect(loadManifest(file).size).toBe(0);
    },
  );

  it('is empty at first', () => {
    expect(loadManifest(join(temporaryFolder(), 'memory.json')).size).toBe(0);
  });
});
