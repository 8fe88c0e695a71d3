import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** What stands below a folder: regular files, and whatever is neither file nor folder (links, devices). */
export interface Tree {
  /** Paths below the folder, with `/`, in code-unit order. */
  files: readonly string[];
  strange: readonly string[];
}

/**
 * Lists a folder without following links, so that content cannot reach outside itself.
 * Names that begin with a dot belong to tools and are passed over.
 * @throws when the folder cannot be read
 */
export function loadTree(folder: string): Tree {
  const files: string[] = [];
  const strange: string[] = [];
  const visit = (below: string): void => {
    for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) visit(name);
      else (entry.isFile() ? files : strange).push(name);
    }
  };
  visit('');
  return { files: files.toSorted(), strange: strange.toSorted() };
}

/** The size of a file in bytes, asked before it is read. */
export function loadSize(file: string): number {
  return lstatSync(file).size;
}
