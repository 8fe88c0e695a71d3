import { hash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Planned } from '#site/plan.ts';
import { openBuild, toParts } from '../../tests/builders/a-build.ts';

describe('files that depend on files', () => {
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
});
