import { hash } from 'node:crypto';
import type { HashName, PlannedFile } from './plan.ts';

/** The addresses of the digests that are published beside a file. */
export function hashAddresses({
  address,
  hashes = [],
}: Pick<PlannedFile, 'address' | 'hashes'>): [name: HashName, address: string][] {
  return hashes.map((name) => [name, `${address}.${name}`]);
}

/**
 * A digest as a file: lower-case hex, two blanks and the name of what it was taken of, as `sha256sum --check` reads it
 * (CSAF 2.0 §7.1.18: the file starts with the digest and a blank).
 */
export function formatHashFile(name: HashName, address: string, bytes: Uint8Array): string {
  return `${hash(name, bytes)}  ${decodeURIComponent(address.slice(address.lastIndexOf('/') + 1))}\n`;
}
