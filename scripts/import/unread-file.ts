import { openDocument } from '#formats/foreign/foreign-document.ts';
import type { Reading, Refusal } from './format.ts';

/** What stands for the record of a file in which none was found; it does not count where records are counted. */
export const NOTHING = null;

/** A file from which nothing can be read at all; of it there is no account. */
export function refuseFile(path: string, refusal: Refusal, name = path): Reading {
  return { path, name, document: openDocument(NOTHING), refusal };
}

/** A file that holds nothing which should have become an advisory. */
export function passOver(path: string, skipped: Refusal): Reading {
  return { path, name: path, document: openDocument(NOTHING), skipped };
}
