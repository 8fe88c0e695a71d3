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
 * Only what is known to belong to tools is passed over; any other name is listed, for a file must not vanish in silence.
 * @throws when the folder cannot be read
 */
export function loadTree(folder: string): Tree {
  const files: string[] = [];
  const strange: string[] = [];
  const visit = (below: string): void => {
    for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
      if (TOOL_NAMES.has(entry.name) || (!entry.isDirectory() && isEditorLeftover(entry.name))) continue;
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) visit(name);
      else (entry.isFile() ? files : strange).push(name);
    }
  };
  visit('');
  return { files: files.toSorted(), strange: strange.toSorted() };
}

/** Names of git, of code hosts, of editors and of the macOS Finder. */
const TOOL_NAMES: ReadonlySet<string> = new Set([
  '.git',
  '.gitattributes',
  '.gitignore',
  '.gitkeep',
  '.github',
  '.vscode',
  '.editorconfig',
  '.DS_Store',
]);

/** Swap files of Vim (`.name.swp`), locks of Emacs (`.#name`) and backups (`name~`), which come and go while one writes. */
function isEditorLeftover(name: string): boolean {
  return /^\..+\.sw[a-p]$|^\.#|~$/.test(name);
}

/** The size of a file in bytes, asked before it is read. */
export function loadSize(file: string): number {
  return lstatSync(file).size;
}
