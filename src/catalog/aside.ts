import { closeSync, openSync, readSync } from 'node:fs';

/** A file that stays open while anything in it may be asked for, whatever becomes of its name. */
export interface OpenFile {
  /** Its number, which holds in every thread of the process. */
  readonly handle: number;
}

/** A value that is not held in memory: JSON in a part of an open file. Plain data, which may go to another thread. */
export interface Aside {
  /** Where it stands; absent while it waits to be written. */
  file?: OpenFile;
  at: number;
  /** In bytes. */
  length: number;
  /** The JSON itself, until it is written. */
  waiting?: Uint8Array;
}

const closing = new FinalizationRegistry<number>(closeSync);

/** @throws when there is no such file */
export function openFile(path: string): OpenFile {
  const file = { handle: openSync(path, 'r') };
  closing.register(file, file.handle);
  return file;
}

/** A value that waits to be put aside. */
export function putAside(value: unknown): Aside {
  const waiting = Buffer.from(JSON.stringify(value));
  return { at: 0, length: waiting.length, waiting };
}

const LATELY = 64;
const lately = new Map<Aside, unknown>();

/** Fetches a value that was put aside. Those that were asked for lately are at hand. */
export function fetchAside(aside: Aside): unknown {
  const value = lately.get(aside) ?? (JSON.parse(Buffer.from(bytesOf(aside)).toString()) as unknown);
  lately.delete(aside);
  lately.set(aside, value);
  const [oldest] = lately.keys();
  if (lately.size > LATELY && oldest) lately.delete(oldest);
  return value;
}

/** The JSON of a value that was put aside. */
export function bytesOf({ file, at, length, waiting }: Aside): Uint8Array {
  if (waiting !== undefined) return waiting;
  if (file === undefined) throw new Error('Nothing was put aside.');
  return readPart(file, at, length);
}

/** A part of an open file. @throws when the file ends before it */
export function readPart({ handle }: OpenFile, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  if (readSync(handle, bytes, 0, length, at) !== length)
    throw new Error('What was put aside is not there any more.');
  return bytes;
}
