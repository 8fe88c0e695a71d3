import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { RULE_ROOMS } from './finding-memory.ts';
import { listFiles } from './list-files.ts';

it('what rules found is remembered under every room that they are made of', () => {
  const folder = resolve(import.meta.dirname, '../../src/lint');
  const code = listFiles(folder).filter((file) => /(?<!\.test)\.ts$/.test(file));
  const imported = code.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/ from '#(\w+)\//g)].map(([, room]) => room),
  );
  expect(imported.length).toBeGreaterThan(50);
  expect(RULE_ROOMS).toEqual(expect.arrayContaining([...new Set([...imported, 'lint'])]));
});
