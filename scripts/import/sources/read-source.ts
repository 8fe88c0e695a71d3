import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Refusal, SourceFile } from '../format.ts';
import { decodeText } from './decode-text.ts';
import type { Listed } from './list-sources.ts';
import { DEEPEST_JSON, nestsTooDeep } from './nesting.ts';
import { LARGEST_FILE, unpack } from './unpack.ts';

/** A file that cannot be read as text, and why. */
export interface Unread {
  readonly path: string;
  readonly refusal: Refusal;
}

/** The texts in a file, one unless it is an archive. */
export function readSource({ path, size, refusal }: Listed, cwd: string): (SourceFile | Unread)[] {
  if (refusal !== undefined) return [{ path, refusal }];
  if (size > LARGEST_FILE && !/\.zip$/i.test(path)) {
    return [{ path, refusal: { why: 'size', what: `${size} > ${LARGEST_FILE} bytes` } }];
  }
  const bytes = readBytes(resolve(cwd, path));
  if (!(bytes instanceof Uint8Array)) return [{ path, refusal: bytes }];
  const unpacked = unpack(path, bytes);
  return 'why' in unpacked ? [{ path, refusal: unpacked }] : unpacked.map(toText);
}

function readBytes(file: string): Uint8Array | Refusal {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { why: 'access', what: code };
  }
}

function toText({ path, bytes }: { path: string; bytes: Uint8Array }): SourceFile | Unread {
  const decoded = decodeText(bytes);
  if (decoded === undefined) return { path, refusal: { why: 'encoding' } };
  if (/\.json$/i.test(path) && nestsTooDeep(decoded.text)) {
    return { path, refusal: { why: 'syntax', what: `> ${DEEPEST_JSON} levels` } };
  }
  return { path, ...decoded };
}
