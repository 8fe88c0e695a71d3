import { hash } from 'node:crypto';
import type { ImportEntry } from './import-ledger.ts';

/**
 * What an import does with one file.
 *
 * - `create`, `update`: write it
 * - `keep`: it stands there as the import would write it, or its source is as it was, whoever edited it since
 * - `edited`: its source changed, and so did the file, by hand; it is left alone
 * - `foreign`: a file of that name stands there which no import wrote; it is left alone
 * - `other-format`: it was imported in another format, which may have told more; it is left alone
 * - `removed`: it was imported once and taken away by hand; it stays away
 */
export type Decision = 'create' | 'update' | 'keep' | 'edited' | 'foreign' | 'other-format' | 'removed';

/** What is known when it is decided. */
export interface Circumstances {
  /** The file as it stands, if it does. */
  readonly present: string | undefined;
  /** What an earlier import noted about it. */
  readonly entry: ImportEntry | undefined;
  /** The format of the record. */
  readonly format: string;
  /** Digest of the record as it is read now. */
  readonly source: string;
  /** The file as it would be written. */
  readonly wanted: string;
  /** Write although the source is as it was: its reader may have learnt. */
  readonly again: boolean;
  /** Write over edits, removals and files of others. */
  readonly takeSource: boolean;
}

/** Decides about one file. Nothing that a person did since the last import is undone unless it is asked for. */
export function decide(circumstances: Circumstances): Decision {
  const { present, entry, format, source, wanted, again, takeSource } = circumstances;
  if (present === wanted) return 'keep';
  if (present === undefined) return entry === undefined || takeSource ? 'create' : 'removed';
  if (entry === undefined) return takeSource ? 'update' : 'foreign';
  if (entry.format !== format && !takeSource) return 'other-format';
  const digest = digestOf(present);
  // An import that broke off between its ledger and this file left the file before it.
  if (digest === entry.before) return 'update';
  if (entry.source === source && !again && !takeSource) return 'keep';
  return digest === entry.written || takeSource ? 'update' : 'edited';
}

/** SHA-256 in hex. */
export function digestOf(text: string): string {
  return hash('sha256', text);
}
