import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './list-files.ts';
import type { Copy } from './render-site.ts';
import { shortHash } from './short-hash.ts';

/** Every file of a folder, published under its own path. A folder that does not exist holds none. */
export function listCopies(folder: string): Copy[] {
  return listFiles(folder).map((path) => {
    const source = join(folder, path);
    return { path, source, fingerprint: shortHash(readFileSync(source)) };
  });
}
