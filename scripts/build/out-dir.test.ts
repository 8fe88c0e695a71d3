import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../tests/builders/tree.ts';
import { UsageError } from '../usage-error.ts';
import { MARKER, requireOwnOutput, resolveOutDir } from './out-dir.ts';

function project() {
  const root = realpathSync(temporaryFolder());
  const precious = { root, contentDir: join(root, 'content'), cacheDir: join(root, '.kairan') };
  mkdirSync(precious.contentDir);
  return { root, precious };
}

const unknown = () => false;

describe('resolveOutDir', () => {
  it('refuses the project, its content, what holds them, what stands in the content, and a link to them', () => {
    const { root, precious } = project();
    const link = join(root, 'link');
    symlinkSync(precious.contentDir, link);
    const inside = join(precious.contentDir, 'dist');
    for (const folder of [root, precious.contentDir, join(root, '..'), precious.cacheDir, link, inside]) {
      expect(() => resolveOutDir(folder, precious), folder).toThrow(UsageError);
    }
  });

  it('knows the content again when only its own path goes through a link', () => {
    const { root, precious } = project();
    symlinkSync(precious.contentDir, join(root, 'linked'));
    const linked = { ...precious, contentDir: join(root, 'linked') };
    expect(() => resolveOutDir(precious.contentDir, linked)).toThrow(UsageError);
  });

  it('follows a link, so that the link itself stays', () => {
    const { root, precious } = project();
    mkdirSync(join(root, 'www'));
    symlinkSync(join(root, 'www'), join(root, 'dist'));
    expect(resolveOutDir(join(root, 'dist'), precious)).toBe(join(root, 'www'));
  });

  it('gives a folder that is still missing the name that it has once it exists', () => {
    const { root, precious } = project();
    mkdirSync(join(root, 'www'));
    symlinkSync(join(root, 'www'), join(root, 'link'));
    expect(resolveOutDir(join(root, 'link/new/dist'), precious)).toBe(join(root, 'www/new/dist'));
  });
});

describe('requireOwnOutput', () => {
  function folderWith(files: Record<string, string>): string {
    const folder = temporaryFolder();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return folder;
  }

  it.each([
    ['is missing', () => join(temporaryFolder(), 'dist')],
    ['is empty', () => folderWith({})],
    ['carries our marker', () => folderWith({ '.kairan': MARKER.render(), 'index.html': '' })],
  ])('takes a folder that %s', (_what, folder) => {
    requireOwnOutput(folder(), unknown);
  });

  it.each([
    ['holds foreign files', () => folderWith({ 'wedding.jpg': '' })],
    ['holds another static site', () => folderWith({ '404.html': '', 'index.html': '' })],
    ['holds a marker of somebody else', () => folderWith({ '.kairan': '' })],
    ['is a file', () => join(folderWith({ dist: '' }), 'dist')],
  ])('refuses a path that %s', (_what, folder) => {
    expect(() => {
      requireOwnOutput(folder(), unknown);
    }).toThrow(UsageError);
  });

  it('takes a folder without a marker that still holds what an earlier build remembers', () => {
    requireOwnOutput(folderWith({ 'index.html': '' }), () => true);
  });
});
