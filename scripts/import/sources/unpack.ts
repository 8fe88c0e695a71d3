import { gunzipSync } from 'node:zlib';
import { unzipSync, type UnzipFileInfo } from 'fflate';
import type { Refusal } from '../format.ts';

/** What stands in a file: itself, or the members of an archive. */
export type Unpacked = readonly { readonly path: string; readonly bytes: Uint8Array }[];

/** Largest single file that is read, unpacked, in bytes; the largest real advisories have some ten million. */
export const LARGEST_FILE = 64 * 1024 * 1024;
/** Largest sum of the files in one archive. */
const LARGEST_ARCHIVE = 512 * 1024 * 1024;

/**
 * The bytes of a file, out of gzip or of a zip archive when its name ends in `.gz` or `.zip`. What an archive promises
 * is looked at before anything is unpacked, and nothing is ever written under a name that an archive gives.
 */
export function unpack(path: string, bytes: Uint8Array): Unpacked | Refusal {
  const other = /\.(?:tar|t[gbx]z2?|bz2|xz|7z|rar|zst)(?:\.gz)?$/i.exec(path);
  if (other !== null) return { why: 'archive', what: other[0] };
  try {
    if (/\.gz$/i.test(path)) return [{ path: path.replace(/\.gz$/i, ''), bytes: gunzip(bytes) }];
    if (/\.zip$/i.test(path)) return unzip(path, bytes);
  } catch (error) {
    return { why: 'archive', what: error instanceof Error ? error.message : String(error) };
  }
  return [{ path, bytes }];
}

function gunzip(bytes: Uint8Array): Uint8Array {
  return gunzipSync(bytes, { maxOutputLength: LARGEST_FILE });
}

class ArchiveError extends Error {}

function unzip(path: string, bytes: Uint8Array): Unpacked {
  let total = 0;
  const members = unzipSync(bytes, {
    filter: (member) => {
      if (member.name.endsWith('/')) return false;
      total += promised(member);
      return true;
    },
  });
  function promised({ name, originalSize }: UnzipFileInfo): number {
    if (originalSize > LARGEST_FILE)
      throw new ArchiveError(`${name}: ${originalSize} > ${LARGEST_FILE} bytes`);
    if (total + originalSize > LARGEST_ARCHIVE) throw new ArchiveError(`> ${LARGEST_ARCHIVE} bytes`);
    return originalSize;
  }
  return Object.entries(members)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, content]) => ({ path: `${path}!/${name}`, bytes: content }));
}
