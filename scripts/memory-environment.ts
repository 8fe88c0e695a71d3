import type { Environment } from './environment.ts';

/** An environment for tests, with what was written to the two streams. */
export interface MemoryEnvironment extends Environment {
  written: { out: string[]; err: string[] };
}

/** An environment that touches nothing: fixed moment, no git, output kept in arrays. */
export function memoryEnvironment(parts: Partial<Environment> = {}): MemoryEnvironment {
  const written = { out: [] as string[], err: [] as string[] };
  return {
    root: '/project',
    cwd: '/project',
    contentDir: '/project/content',
    outDir: '/project/dist',
    cacheDir: '/project/.kairan',
    env: {},
    now: () => '2024-04-01T00:00:00Z',
    elapsed: () => 0,
    language: 'en',
    out: (text) => void written.out.push(text),
    err: (text) => void written.err.push(text),
    git: () => undefined,
    random: () => 0,
    isTerminal: false,
    ...parts,
    written,
  };
}
