import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../tests/builders/tree.ts';
import { parsedContentDir } from './content-dir.ts';

it('gives each content directory a cache of its own, whatever path leads to it', () => {
  const home = temporaryFolder();
  for (const name of ['a', 'b']) mkdirSync(join(home, name));
  symlinkSync(join(home, 'a'), join(home, 'link'));
  const [a, b, link] = ['a', 'b', 'link'].map((name) => parsedContentDir('/cache', join(home, name)));
  expect(link).toBe(a);
  expect(b).not.toBe(a);
});
