import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeWhole } from '../write-whole.ts';

/**
 * What is remembered of one output: fingerprint of what it shows, size in bytes, modification time in ms and, of files
 * that others tell about, the SHA-256 of the bytes in hex.
 */
export type Remembered = readonly [
  fingerprint: string,
  size: number,
  mtimeMs: number,
  sha256?: string | undefined,
];

/** What the last build left behind, by path below the output folder. */
export type Manifest = ReadonlyMap<string, Remembered>;

const manifestSchema = z.object({
  version: z.literal(2),
  outputs: z.record(z.string(), z.tuple([z.string(), z.number(), z.number(), z.string().optional()])),
});

/** Reads a manifest; a missing or unreadable one is empty, and everything is then rendered again. */
export function loadManifest(file: string): Manifest {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
  return parseManifest(text);
}

function parseManifest(text: string): Manifest {
  try {
    return new Map(Object.entries(manifestSchema.parse(JSON.parse(text)).outputs));
  } catch {
    // A damaged memory costs one full build and nothing else.
    return new Map();
  }
}

/** Writes a manifest in one step: a reader sees the old one or the new one, never a part. */
export function saveManifest(file: string, manifest: Manifest): void {
  writeWhole(file, JSON.stringify({ version: 2, outputs: Object.fromEntries(manifest) }));
}
