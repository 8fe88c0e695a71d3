import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../tests/builders/tree.ts';
import { UsageError } from '../usage-error.ts';
import { resolveOutDir } from './out-dir.ts';

function project() {
  const root = temporaryFolder();
  const precious = { root, contentDir: join(root, 'content'), cacheDir: join(root, '.kairan') };
  mkdirSync(precious.contentDir);
  return { root, precious };
}

describe('resolveOutDir', () => {
  it('takes a folder that is missing, empty or an earlier site', () => {
    const { root, precious } = project();
    const dist = join(root, 'dist');
    expect(resolveOutDir(dist, precious, false)).toBe(dist);
    mkdirSync(dist);
    expect(resolveOutDir(dist, precious, false)).toBe(dist);
    writeFileSync(join(dist, '404.html'), '');
    writeFileSync(join(dist, 'index.html'), '');
    expect(resolveOutDir(dist, precious, false)).toBe(dist);
  });

  it('refuses a folder with files that no build of ours wrote', () => {
    const { root, precious } = project();
    const photos = join(root, 'photos');
    mkdirSync(photos);
    writeFileSync(join(photos, 'wedding.jpg'), '');
    expect(() => resolveOutDir(photos, precious, false)).toThrow(UsageError);
    expect(resolveOutDir(photos, precious, true)).toBe(photos);
  });

  it('refuses the project, its content, what holds them, and a link to them', () => {
    const { root, precious } = project();
    const link = join(root, 'link');
    symlinkSync(precious.contentDir, link);
    for (const folder of [root, precious.contentDir, join(root, '..'), precious.cacheDir, link]) {
      expect(() => resolveOutDir(folder, precious, true), folder).toThrow(UsageError);
    }
  });

  it('follows a link, so that the link itself stays', () => {
    const { root, precious } = project();
    mkdirSync(join(root, 'www'));
    symlinkSync(join(root, 'www'), join(root, 'dist'));
    expect(resolveOutDir(join(root, 'dist'), precious, false)).toBe(join(root, 'www'));
  });
});
