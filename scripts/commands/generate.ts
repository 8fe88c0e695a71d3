import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from '../environment.ts';
import { parseFlags } from '../flags.ts';
import { buildDerivedFiles } from '../generate/derived-files.ts';

/** Folders that hold derived files only: whatever else stands there is left over from an earlier state. */
const DERIVED_FOLDERS = ['src/domain/schemas', 'src/lint/help'];

/** `generate`: writes every derived file of the repository again, and removes those that nothing derives any more. */
export async function generate({ root, out }: Environment, args: readonly string[]): Promise<number> {
  parseFlags(args, {});
  const files = await buildDerivedFiles(root);
  const stale = DERIVED_FOLDERS.flatMap((folder) => listFolder(root, folder)).filter(
    (file) => !files.has(file),
  );
  for (const file of stale) {
    rmSync(path.join(root, file));
    out(`- ${file}`);
  }
  for (const [file, text] of files) {
    if (writeChanged(path.join(root, file), text)) out(`+ ${file}`);
  }
  return 0;
}

function listFolder(root: string, folder: string): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`);
}

function writeChanged(file: string, text: string): boolean {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return true;
}
