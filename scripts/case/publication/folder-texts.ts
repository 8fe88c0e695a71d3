import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, unzipSync } from 'fflate';
import { listFiles } from '../../build/list-files.ts';
import { CaseError } from '../case-error.ts';

/** A file of a built site, as far as words can stand in it. */
export interface FileText {
  path: string;
  bytes: Uint8Array;
}

/** The bytes of all files below a folder and of what stands in archives among them; names count as words too. */
export function* loadFolderTexts(folder: string): Generator<FileText> {
  for (const path of listFiles(folder)) {
    const bytes = readFileSync(join(folder, path));
    yield { path, bytes: Buffer.from(path) };
    yield { path, bytes };
    yield* unpack(path, bytes);
  }
}

function* unpack(path: string, bytes: Uint8Array): Generator<FileText> {
  if (path.endsWith('.gz')) yield { path, bytes: openArchive(path, () => gunzipSync(bytes)) };
  if (!path.endsWith('.zip')) return;
  for (const [name, content] of Object.entries(openArchive(path, () => unzipSync(bytes)))) {
    yield { path: `${path}!${name}`, bytes: Buffer.from(name) };
    yield { path: `${path}!${name}`, bytes: content };
  }
}

/** @throws {CaseError} for what only looks like an archive: nobody can tell what stands in it */
function openArchive<Content>(file: string, open: () => Content): Content {
  try {
    return open();
  } catch (error) {
    throw new CaseError('unreadable-file', { file, message: (error as Error).message });
  }
}
