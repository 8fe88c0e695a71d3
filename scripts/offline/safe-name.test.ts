import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '../host/conformance/stage.ts';
import { newFolder, NOW, openRoom } from './temporary-folder.ts';

describe('names', () => {
  let room: Awaited<ReturnType<typeof openRoom>>;
  beforeAll(async () => {
    room = await openRoom(newFolder());
  });

  it.each([
    '../outside',
    'cert/..',
    'cert',
    '/cert/room',
    'cert/room/more',
    '-cert/room',
    'cert/-room',
    'cert/.git',
    'cert/a..b',
    'cert\\room',
    'cert/ro om',
    'cert/room\n',
    '',
  ])('refuses the repository %j', async (repo) => {
    expect(await problemOf(room.host.findRepo(repo))).toBe('refused');
  });

  it.each([
    '../main',
    'refs//x',
    '-x',
    'a..b',
    'x.lock',
    'x.',
    '.x',
    'a b',
    'a^b',
    'a:b',
    'a~1',
    '@{-1}',
    'x\ny',
    '',
  ])('refuses the branch %j', async (branch) => {
    const { host, repo } = room;
    expect(await problemOf(host.findHead(repo, branch))).toBe('refused');
    expect(await problemOf(host.readLog(repo, branch, 1))).toBe('refused');
  });

  it.each([
    '../x',
    'a/../b',
    './x',
    '/x',
    'a//b',
    '.git/config',
    'a/.GIT/hooks/x',
    'a\nM 100644 b',
    'a\\b',
    'c:x',
    '',
  ])('refuses the file %j', async (path) => {
    const { host, repo } = room;
    const expectedHead = await host.findHead(repo, 'main');
    const change = { expectedHead, files: new Map([[path, 'x']]), message: 'x' };
    expect(await problemOf(host.commit(repo, 'main', change))).toBe('refused');
  });

  it('refuses commits that are options or expressions, and signatures that are more than one', async () => {
    const { host, repo, head } = room;
    for (const commit of ['--all', 'main', `${head}^`, '']) {
      expect(await problemOf(host.readFiles(repo, commit, ''))).toBe('refused');
    }
    const files = new Map([['a', 'a']]);
    for (const name of ['a <x@y> 1 +0000', 'a\ncommitter b'])
      expect(
        await problemOf(
          host.commit(repo, 'draft', {
            expectedHead: head,
            files,
            message: 'x',
            signature: { name, email: 'e', at: NOW },
          }),
        ),
      ).toBe('refused');
  });

  it('gives any text back as it was, also one that looks like a command of git', async () => {
    const { host, repo } = room;
    const part = fc.string({
      unit: fc.constantFrom('a', 'Z', '"', "'", ' ', '*', '$', '回', '😀', '-', '#'),
      minLength: 1,
    });
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('\nreset refs/heads/main\n', 'data 3\n', '\0', '\r\n'),
    );
    const files = fc.dictionary(
      fc.array(part, { minLength: 1, maxLength: 2 }).map((parts) => `f/${parts.join('/x')}`),
      text,
    );
    await fc.assert(
      fc.asyncProperty(files, text, async (written, message) => {
        const paths = Object.keys(written);
        // A file cannot be a folder as well.
        fc.pre(paths.every((path) => !paths.some((other) => other.startsWith(`${path}/`))));
        fc.pre(!message.includes('\0'));
        const head = await host.commit(repo, 'main', {
          expectedHead: await host.findHead(repo, 'main'),
          files: new Map([['f', undefined], ...Object.entries(written)]),
          message: `m${message}`,
        });
        expect(await host.readFiles(repo, head, 'f')).toEqual(new Map(Object.entries(written)));
        expect((await host.readLog(repo, 'main', 1))[0]?.message).toBe(`m${message}`.trimEnd());
      }),
      { numRuns: 40 },
    );
  });
});
