import { hash } from 'node:crypto';
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
import type { View } from '#site/view.ts';
import { temporaryFolder, treeOf } from '../../tests/builders/tree.ts';
import { ApplyError } from './apply-staging.ts';
import type { Manifest } from './manifest.ts';
import { RenderError } from './render-page.ts';
import { renderSite } from './render-site.ts';
import type { Faults, SiteParts } from './render-site.ts';

/** Pages by address; a `.txt` address is a machine file. The text is all that a page shows. */
type Texts = Record<string, string>;

function toPlan(texts: Texts): Planned[] {
  return Object.entries(texts).map(([address, text]): Planned =>
    address.endsWith('.txt')
      ? { kind: 'file', address, type: 'text/plain', render: () => text }
      : { kind: 'page', address, language: 'ja', view: () => ({ kind: 'about', title: text }) as View },
  );
}

function toParts(texts: Texts, change: Partial<SiteParts> = {}): SiteParts & { rendered: string[] } {
  const rendered: string[] = [];
  const render = (address: string, { view }: { view: unknown }): Promise<string> => {
    rendered.push(address);
    return Promise.resolve(`<html><body>${(view as { title: string }).title}</body></html>`);
  };
  return {
    plan: toPlan(texts),
    frames: { ja: { title: 'site' } },
    seal: () => 'engine',
    renderer: { render },
    copies: () => [],
    ...change,
    rendered,
  };
}

/** One output folder with its memory, as a command would keep them. */
function openBuild() {
  const home = temporaryFolder();
  const outDir = join(home, 'dist');
  let memory: Manifest = new Map();
  return {
    home,
    outDir,
    tree: () => treeOf(outDir),
    build: async (parts: SiteParts, faults: Faults = {}) => {
      const change = await renderSite(outDir, memory, parts, faults);
      memory = change.manifest;
      return change;
    },
  };
}

async function cleanTree(texts: Texts): Promise<Record<string, string>> {
  const { build, tree } = openBuild();
  await build(toParts(texts));
  return tree();
}

const BEFORE: Texts = { '/': 'home', '/a/': 'a', '/b/c/': 'c', '/gone/deep/': 'gone', '/feed.txt': 'feed' };
const AFTER: Texts = {
  '/': 'home 2',
  '/a/': 'a',
  '/b/d/': 'd',
  '/feed.txt': 'feed 2',
  '/gone': 'a file now',
};

describe('a build', () => {
  it('publishes digests beside a file, and tells listings what it knows, also of what was kept', async () => {
    const { build, outDir, tree } = openBuild();
    const rendered: string[] = [];
    const partsOf = (text: string, basis: string) => ({
      ...toParts({}),
      plan: [
        {
          kind: 'listing',
          address: '/list.txt',
          type: 'text/plain',
          render: (published) => JSON.stringify(published('/data.json')),
        },
        {
          ...{ kind: 'file', address: '/data.json', type: 'application/json', hashes: ['sha256', 'sha512'] },
          basis: () => basis,
          render: () => (rendered.push(text), text),
        },
      ] satisfies Planned[],
    });
    await build(partsOf('one', '1'));
    const sha256 = hash('sha256', 'one');
    const first = tree();
    const written = (path: string) => readFileSync(join(outDir, path), 'utf8');
    expect(written('data.json.sha256')).toBe(`${sha256}  data.json\n`);
    expect(written('data.json.sha512')).toBe(`${hash('sha512', 'one')}  data.json\n`);
    expect(written('list.txt')).toBe(JSON.stringify({ sha256, size: 3 }));
    expect((await build(partsOf('one', '1'))).changed).toEqual([]);
    expect(tree()).toEqual(first);
    expect(rendered).toEqual(['one']);
    expect((await build(partsOf('two', '2'))).changed).toHaveLength(4);
  });

  it('makes archives of what was kept and what is new, and lists of lists', async () => {
    const { build, outDir } = openBuild();
    let made = 0;
    const partsOf = (text: string) => ({
      ...toParts({}),
      plan: [
        {
          kind: 'binary',
          address: '/all.bin',
          type: 'application/octet-stream',
          basis: (published) => ['/a.txt', '/b.txt'].map((each) => published(each).sha256).join(),
          render: (read) => (made++, Buffer.concat(['/a.txt', '/b.txt'].map((each) => read(each)))),
        },
        {
          kind: 'listing',
          address: '/list.txt',
          type: 'text/plain',
          render: (published) => `${published('/all.bin').size}`,
        },
        {
          kind: 'listing',
          address: '/lists.txt',
          type: 'text/plain',
          render: (published) => published('/list.txt').sha256,
        },
        { kind: 'file', address: '/a.txt', type: 'text/plain', basis: () => 'a', render: () => 'kept ' },
        { kind: 'file', address: '/b.txt', type: 'text/plain', render: () => text },
      ] satisfies Planned[],
    });
    const written = (path: string) => readFileSync(join(outDir, path), 'utf8');
    await build(partsOf('old'));
    expect((await build(partsOf('old'))).changed).toEqual([]);
    expect(made).toBe(1);
    const { changed } = await build(partsOf('newer'));
    expect(changed).toEqual(['all.bin', 'b.txt', 'list.txt', 'lists.txt']);
    expect(written('all.bin')).toBe('kept newer');
    expect(written('lists.txt')).toBe(hash('sha256', '10'));
  });

  it('renders a file again when a digest beside it is gone', async () => {
    const { build, outDir, tree } = openBuild();
    const file: Planned = {
      ...{ kind: 'file', address: '/a.json', type: 'application/json', hashes: ['sha256'] },
      ...{ basis: () => 'same', render: () => 'a' },
    };
    await build({ ...toParts({}), plan: [file] });
    const first = tree();
    rmSync(join(outDir, 'a.json.sha256'));
    expect((await build({ ...toParts({}), plan: [file] })).changed).toEqual(['a.json.sha256']);
    expect(tree()).toEqual(first);
  });

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

describe('a build that is killed', () => {
  /** Crashes the second build after the given step; a memory that was not saved is lost, as with a real crash. */
  async function crashAfter(step: number): Promise<'crashed' | 'finished'> {
    const { build, tree } = openBuild();
    const texts = { ...AFTER };
    await build(toParts(BEFORE));
    const faults = {
      afterStep: (done: number) => {
        if (done === step) throw new Error('killed');
      },
    };
    const outcome = await build(toParts(texts), faults).then(
      () => 'finished' as const,
      () => 'crashed' as const,
    );
    await build(toParts(texts));
    expect(tree()).toEqual(await cleanTree(texts));
    return outcome;
  }

  it('is made good by the next one, whichever step was the last', async () => {
    const outcomes: string[] = [];
    for (let step = 1; outcomes.at(-1) !== 'finished'; step++) outcomes.push(await crashAfter(step));
    // Two strangers are removed and four outputs move in.
    expect(outcomes.filter((outcome) => outcome === 'crashed')).toHaveLength(6);
  });

  it('is made good when it was the first one', async () => {
    const { build, tree } = openBuild();
    const killed = build(toParts(BEFORE), {
      afterStep: () => {
        throw new Error('killed');
      },
    });
    await expect(killed).rejects.toThrow('killed');
    await expect(killed).rejects.toThrow(ApplyError);
    await build(toParts(AFTER));
    expect(tree()).toEqual(await cleanTree(AFTER));
  });

  it('gets the previous output back when it died while the folders changed places', async () => {
    const { build, home, outDir } = openBuild();
    await build(toParts(BEFORE));
    renameSync(outDir, `${outDir}.previous-4194999`);
    const again = toParts(BEFORE);
    await build(again);
    expect(again.rendered).toEqual([]);
    expect(readdirSync(home)).toEqual(['dist']);
  });

  it('leaves nothing beside the output folder for ever', async () => {
    const { build, home, outDir } = openBuild();
    // No process has this number: it is above the kernel's largest.
    mkdirSync(`${outDir}.staging-4194999/half`, { recursive: true });
    mkdirSync(`${outDir}.previous-4194999`);
    mkdirSync(`${outDir}.notes`);
    await build(toParts(BEFORE));
    expect(readdirSync(home).toSorted()).toEqual(['dist', 'dist.notes']);
  });
});
