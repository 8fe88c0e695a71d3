import { mkdirSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../tests/builders/tree.ts';
import { forgetOldest } from './forget-oldest.ts';

/** Folders by name with the moment of their last use, in seconds since 1970. */
function cacheWith(folders: Record<string, number>): string {
  const home = temporaryFolder();
  for (const [name, usedAt] of Object.entries(folders)) {
    mkdirSync(join(home, name));
    utimesSync(join(home, name), usedAt, usedAt);
  }
  return home;
}

describe('forgetOldest', () => {
  it('keeps the current folder, however old, and those used last', () => {
    const home = cacheWith({ current: 1, old: 2, newer: 3, newest: 4 });
    forgetOldest(join(home, 'current'), 3);
    expect(readdirSync(home).toSorted()).toEqual(['current', 'newer', 'newest']);
  });

  it('remembers the use of the current folder', () => {
    const home = cacheWith({ a: 1, b: 2, c: 3 });
    forgetOldest(join(home, 'a'), 3);
    forgetOldest(join(home, 'c'), 2);
    expect(readdirSync(home).toSorted()).toEqual(['a', 'c']);
  });

  it('removes what dead processes left unfinished, and neither counts nor touches what living ones write', () => {
    // No process has the first number: it is above the kernel's largest. The second is our parent.
    const living = `y.unfinished-${process.ppid}`;
    const home = cacheWith({ current: 1, other: 2, 'x.unfinished-4194999': 8_000_000_000, [living]: 9 });
    forgetOldest(join(home, 'current'), 2);
    expect(readdirSync(home).toSorted()).toEqual(['current', 'other', living]);
  });
});
