import { createHash, hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './list-files.ts';
import { listPages } from './pages-module.ts';

/** What identifies the compiled templates. Hex SHA-256. */
export interface EngineHash {
  /** Everything that shapes a page except content: sources, configuration, locked packages, Node. */
  engine: string;
  /** The engine and the trusted pages, which are compiled with it. */
  compiled: string;
}

/**
 * Hashes what the compiled templates are made of, and nothing else: the same inputs always find the same
 * compilation again, and no change of an advisory ever asks for a new one.
 */
export function hashEngine(root: string, contentDir: string): EngineHash {
  const engine = hash('sha256', [process.version, hashFiles(root, listEngineFiles(root))].join('\n'));
  const pages = listPages(contentDir).map((name) => `pages/${name}.mdx`);
  return { engine, compiled: hash('sha256', [engine, hashFiles(contentDir, pages)].join('\n')) };
}

/** Files outside src/ that shape what the compiler makes of it. */
const COMPILER_FILES = [
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'scripts/build/compile-site.ts',
  'scripts/build/lean-templates.ts',
  'scripts/build/pages-module.ts',
  'scripts/build/run-astro.ts',
];

function listEngineFiles(root: string): string[] {
  const sources = listFiles(join(root, 'src')).filter((path) => !/\.(?:test\.ts|md)$/.test(path));
  return [...COMPILER_FILES, ...sources.map((path) => `src/${path}`)];
}

function hashFiles(folder: string, files: readonly string[]): string {
  const digest = createHash('sha256');
  for (const file of files) {
    const bytes = readFileSync(join(folder, file));
    digest.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return digest.digest('hex');
}
