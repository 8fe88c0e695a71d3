import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../tests/builders/tree.ts';
import { BusyError, lockOutput } from './lock-output.ts';

describe('lockOutput', () => {
  it('holds the folder until it is given back', () => {
    const home = temporaryFolder();
    const unlock = lockOutput(join(home, 'dist'));
    expect(readFileSync(join(home, 'dist.lock'), 'utf8')).toBe(String(process.pid));
    unlock();
    expect(readdirSync(home)).toEqual([]);
  });

  it('refuses a folder that a living process holds, and leaves its lock', () => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'dist.lock'), String(process.ppid));
    expect(() => lockOutput(join(home, 'dist'))).toThrow(BusyError);
    expect(readFileSync(join(home, 'dist.lock'), 'utf8')).toBe(String(process.ppid));
  });

  // No process has this number: it is above the kernel's largest.
  it.each(['4194999', ''])('takes over the lock that a dead process left (%j)', (left) => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'dist.lock'), left);
    lockOutput(join(home, 'dist'))();
    expect(readdirSync(home)).toEqual([]);
  });
});
