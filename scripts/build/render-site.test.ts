import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Planned } from '#site/plan.ts';
import { RenderError } from './workshop.ts';
import { AFTER, BEFORE, cleanTree, openBuild, toParts } from '../../tests/builders/a-build.ts';

describe('a build', () => {
  it('puts pages and files in their places', async () => {
    const { build, outDir } = openBuild();
    await build(toParts(BEFORE));
    expect(readFileSync(join(outDir, 'b/c/index.html'), 'utf8')).toBe('<html><body>c</body></html>');
    expect(readFileSync(join(outDir, 'feed.txt'), 'utf8')).toBe('feed');
  });

  it('renders nothing again when nothing changed', async () => {
    const { build } = openBuild();
    await build(toParts(BEFORE));
    const again = toParts(BEFORE);
    const { changed, removed } = await build(again);
    expect([again.rendered, changed, removed]).toEqual([[], [], []]);
  });

  it('renders what changed, removes what vanished, and gives the tree of a clean build', async () => {
    const { build, tree } = openBuild();
    await build(toParts(BEFORE));
    const after = Object.fromEntries(Object.entries(AFTER).filter(([address]) => address !== '/gone'));
    const parts = toParts(after);
    const { changed, removed } = await build(parts);
    expect(parts.rendered).toEqual(['/', '/b/d/']);
    expect(changed).toEqual(['b/d/index.html', 'feed.txt', 'index.html']);
    expect(removed).toEqual(['b/c/index.html', 'gone/deep/index.html']);
    expect(tree()).toEqual(await cleanTree(after));
  });

  it.each([
    ['the templates', { seal: () => 'another engine' }],
    ['the frame', { frames: { ja: { title: 'another site' } } }],
  ])('renders every page again when %s changed', async (_what, change) => {
    const { build } = openBuild();
    await build(toParts(BEFORE));
    const parts = toParts(BEFORE, change);
    await build(parts);
    expect(parts.rendered).toEqual(['/', '/a/', '/b/c/', '/gone/deep/']);
  });

  it('asks a file only for its basis while that stays the same', async () => {
    const { build, outDir } = openBuild();
    const asked: string[] = [];
    const plan = (basis: string): Planned[] => {
      const render = (): string => {
        asked.push(basis);
        return `from ${basis}`;
      };
      return [{ kind: 'file', address: '/f.txt', type: 'text/plain', render, basis: () => basis }];
    };
    for (const basis of ['one', 'one', 'two']) await build(toParts({}, { plan: plan(basis) }));
    await build(toParts({}, { plan: plan('two'), seal: () => 'another engine' }));
    expect(asked).toEqual(['one', 'two', 'two']);
    expect(readFileSync(join(outDir, 'f.txt'), 'utf8')).toBe('from two');
  });

  it('does not write a file whose basis changed and whose bytes did not', async () => {
    const { build } = openBuild();
    const plan = (basis: string): Planned[] => [
      { kind: 'file', address: '/f.txt', type: 'text/plain', render: () => 'same', basis: () => basis },
    ];
    await build(toParts({}, { plan: plan('one') }));
    expect((await build(toParts({}, { plan: plan('two') }))).changed).toEqual([]);
    expect((await build(toParts({}, { plan: plan('two') }))).changed).toEqual([]);
  });

  it('heals output that somebody changed, deleted, replaced or added', async () => {
    const { build, outDir, tree } = openBuild();
    await build(toParts(BEFORE));
    writeFileSync(join(outDir, 'index.html'), 'defaced');
    rmSync(join(outDir, 'a'), { recursive: true });
    rmSync(join(outDir, 'b/c/index.html'));
    symlinkSync('/etc/hostname', join(outDir, 'b/c/index.html'));
    utimesSync(join(outDir, 'feed.txt'), 1, 1);
    mkdirSync(join(outDir, 'strange/folder'), { recursive: true });
    writeFileSync(join(outDir, 'strange/folder/x'), 'x');
    await build(toParts(BEFORE));
    expect(tree()).toEqual(await cleanTree(BEFORE));
    expect(readdirSync(outDir).toSorted()).toEqual(['a', 'b', 'feed.txt', 'gone', 'index.html']);
  });

  it('renders pages again that can be seen only through a link', async () => {
    const { build, home, outDir, tree } = openBuild();
    await build(toParts(BEFORE));
    renameSync(join(outDir, 'b'), join(home, 'elsewhere'));
    symlinkSync(join(home, 'elsewhere'), join(outDir, 'b'));
    await build(toParts(BEFORE));
    expect(tree()).toEqual(await cleanTree(BEFORE));
    expect(readFileSync(join(home, 'elsewhere/c/index.html'), 'utf8')).toContain('c');
  });

  it('publishes copies, and only those that changed', async () => {
    const { build, home, outDir } = openBuild();
    const source = join(home, 'picture.png');
    writeFileSync(source, Buffer.from([0, 255]));
    const copies = () => [{ path: 'a/picture.png', source, fingerprint: 'f' }];
    await build(toParts(BEFORE, { copies }));
    expect([...readFileSync(join(outDir, 'a/picture.png'))]).toEqual([0, 255]);
    expect((await build(toParts(BEFORE, { copies }))).changed).toEqual([]);
  });
});

describe('a build that fails', () => {
  const addresses = Object.keys(BEFORE).filter((address) => address.endsWith('/'));

  it.each(addresses)('leaves the previous output as it was when %s throws', async (failing) => {
    const { build, tree, home } = openBuild();
    await build(toParts(BEFORE));
    const before = tree();
    const render = (address: string): Promise<string> =>
      address === failing
        ? Promise.reject(new TypeError('x is undefined'))
        : Promise.resolve('<html><body></body></html>');
    const failed = build(toParts(BEFORE, { renderer: { render }, seal: () => 'new' }));
    await expect(failed).rejects.toThrow(RenderError);
    await expect(failed).rejects.toMatchObject({ address: failing, message: 'x is undefined' });
    expect(tree()).toEqual(before);
    expect(readdirSync(home)).toEqual(['dist']);
  });

  it.each([
    ['is empty', ''],
    ['breaks off', '<html><body><p>half'],
    ['has something behind its end', '<html><body></body></html><script></script>'],
  ])('refuses a page that %s', async (_how, document) => {
    const { build, home } = openBuild();
    const render = (): Promise<string> => Promise.resolve(document);
    await expect(build(toParts(BEFORE, { renderer: { render } }))).rejects.toThrow(RenderError);
    expect(readdirSync(home)).toEqual([]);
  });

  it('leaves the previous output as it was when a copy or the search index cannot be made', async () => {
    const { build, tree } = openBuild();
    await build(toParts(BEFORE));
    const before = tree();
    const copies = (): never => {
      throw new Error('no index');
    };
    await expect(build(toParts(AFTER, { copies }))).rejects.toThrow('no index');
    expect(tree()).toEqual(before);
  });

  it.each([
    ['two pages with one address', { '/a/': 'a', '/A/': 'A' }],
    ['a file where a folder must stand', { '/a': 'file', '/a/b/': 'page' }],
  ])('refuses %s before anything is rendered', async (_what, texts) => {
    const { build } = openBuild();
    const parts = toParts(texts);
    await expect(build(parts)).rejects.toThrow();
    expect(parts.rendered).toEqual([]);
  });
});

describe('a copy that stands where a page does', () => {
  it.each([
    ['a', 'a/index.html'],
    ['b', 'A'],
  ])('is refused with the names of both (%s)', async (_case, path) => {
    const { build, home } = openBuild();
    const source = join(home, 'public', path);
    const fixed = [{ path, source, fingerprint: 'f' }];
    const known = toParts({ '/a/': 'a' }, { fixed });
    const late = toParts({ '/a/': 'a' }, { copies: () => fixed });
    const claimants = expect.arrayContaining(['/a/', source]) as unknown;
    await expect(build(known)).rejects.toMatchObject({ claimants });
    expect(known.rendered).toEqual([]);
    await expect(build(late)).rejects.toMatchObject({ claimants });
    expect(readdirSync(home)).toEqual([]);
  });
});
