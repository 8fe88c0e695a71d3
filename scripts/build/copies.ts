import { hash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Copy } from './render-site.ts';

/** Every file of a folder, published under its own path. A folder that does not exist holds none. */
export function listCopies(folder: string): Copy[] {
  return globSync('**', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => toCopy(folder, join(entry.parentPath, entry.name)))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function toCopy(folder: string, source: string): Copy {
  const path = source
    .slice(folder.length + 1)
    .split(sep)
    .join('/');
  return { path, source, fingerprint: hash('sha256', readFileSync(source), 'base64url').slice(0, 24) };
}
