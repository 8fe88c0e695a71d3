import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../write-whole.ts';

/** Signatures that one key has made, so that only what is new has to be signed. Everything in it is public. */
export interface SignatureStore {
  /** @param sha256 of the document, in hex */
  recall: (sha256: string, date: Date) => string | undefined;
  remember: (sha256: string, date: Date, signature: string) => void;
  /** Writes what was remembered since the store was opened, and forgets the rest. */
  save: () => void;
}

const storeSchema = z.record(z.string(), z.string());

/**
 * Opens the store of a key below the cache. A missing or damaged one is empty: it costs time and nothing else.
 * @param signer fingerprint of the key that signs
 */
export function openSignatureStore(cacheDir: string, signer: string): SignatureStore {
  const file = join(cacheDir, 'signatures', `${signer}.json`);
  const known = load(file);
  const used = new Map<string, string>();
  const keyOf = (sha256: string, date: Date): string => `${sha256} ${date.toISOString()}`;
  return {
    recall: (sha256, date) => known.get(keyOf(sha256, date)),
    remember: (sha256, date, signature) => void used.set(keyOf(sha256, date), signature),
    save: () => {
      const sorted = [...used].toSorted(([a], [b]) => (a < b ? -1 : 1));
      writeWhole(file, `${JSON.stringify(Object.fromEntries(sorted), null, 1)}\n`);
    },
  };
}

function load(file: string): ReadonlyMap<string, string> {
  try {
    return new Map(Object.entries(storeSchema.parse(JSON.parse(readFileSync(file, 'utf8')))));
  } catch {
    return new Map();
  }
}
