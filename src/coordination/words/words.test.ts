import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coordinationWords } from './words.ts';

const readme = readFileSync(new URL('../../domain/README.md', import.meta.url), 'utf8');

/** English word → Japanese word of one table of the glossary. */
function glossary(heading: string): Record<string, string> {
  const part = readme.split(/^#+ /m).find((one) => one.startsWith(`${heading}\n`)) ?? '';
  const rows = [...part.matchAll(/^\| ([\w-]+) \| ([^|]+) \|/gm)];
  return Object.fromEntries(
    rows.filter(([, , word]) => word !== '日本語').map(([, key = '', word = '']) => [key, word]),
  );
}

describe('what rooms and dashboards say in Japanese', () => {
  const words = coordinationWords('ja');

  it.each([
    ['States of a case', words.states],
    ['States of an embargo', words.embargoes],
    ['Progress of a vendor', words.progress],
  ] as const)('is what the glossary says: %s', (heading, said) => {
    expect(glossary(heading)).toEqual(said);
  });
});
