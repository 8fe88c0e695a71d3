import { hash } from 'node:crypto';
import type { Entry } from './entry.ts';

/** Where a chain ends: how many lines it has, and the digest of the last one. */
export interface Head {
  seq: number;
  /** SHA-256 of the last line without its line end, hex; 64 zeros for no line. */
  hash: string;
}

/** What the first line names as the line before it, and the head of a ledger without lines. */
export const NO_HEAD: Head = { seq: 0, hash: '0'.repeat(64) };

/** The digest by which the next line names this one. */
export function hashLine(line: string): string {
  return hash('sha256', line);
}

/** The one way to write an entry: compact JSON, the frame first, then the act in the order of its schema. */
export function formatEntry(entry: Entry): string {
  const { seq, prev, at, actor, ...act } = entry;
  return JSON.stringify({ seq, prev, at, actor, ...act });
}
