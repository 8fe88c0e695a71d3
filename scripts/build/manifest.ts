import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeWhole } from '../write-whole.ts';

/**
 * What is remembered of one output: a digest of what it depends on (empty where nobody tells), a digest of what it
 * shows (of a file the SHA-256 of its bytes in hex), its size in bytes and its modification time in ms.
 */
export type Remembered = readonly [basis: string, content: string, size: number, mtimeMs: number];

/** What the last build left behind, by path below the output folder. */
export type Manifest = ReadonlyMap<string, Remembered>;

const manifestSchema = z.object({
  version: z.literal(3),
  outputs: z.record(z.string(), z.tuple([z.string(), z.string(), z.number(), z.number()])),
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
  writeWhole(file, JSON.stringify({ version: 3, outputs: Object.fromEntries(manifest) }));
}
