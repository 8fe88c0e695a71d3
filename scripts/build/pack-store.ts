import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { writeWhole } from '../write-whole.ts';
import { shortHash } from './short-hash.ts';

/** Something that was made once: files for the site, and what later steps of the build need to know about them. */
interface Made {
  files: readonly { path: string; bytes: Uint8Array }[];
  /** For nobody but the steps of the build, which read them one by one. */
  notes: readonly Uint8Array[];
}

/** The same as it is kept on disk, in one file; nothing of it is read before it is asked for. */
export interface Pack {
  key: string;
  /** Absolute path of the one file. */
  source: string;
  files: readonly PackedFile[];
  readNote: (number: number) => Uint8Array;
}

interface PackedFile {
  path: string;
  fingerprint: string;
  read: () => Uint8Array;
}

/** Things that earlier builds have made, by the digest of what they were made of. */
export interface PackStore {
  /** What is kept under a key, made now if it is not there. */
  keep: (key: string, make: () => Made) => Pack;
  /** Removes what neither this build nor the last few before it have asked for. */
  forgetOthers: () => void;
}

interface Header {
  /** Path, fingerprint and place of each file; those of the notes are known by number. */
  files: [path: string, fingerprint: string, offset: number, length: number][];
  notes: [offset: number, length: number][];
}

const HEADER_LENGTH_BYTES = 4;
const ENDING = '.pack';
const USED = 'used.json';
const KEPT_BUILDS = 3;

/** Opens the store of a folder. */
export function openPackStore(folder: string): PackStore {
  const used = new Set<string>();
  mkdirSync(folder, { recursive: true });
  return {
    keep(key, make) {
      used.add(key);
      const source = join(folder, key + ENDING);
      const known = openPack(key, source);
      if (known) return known;
      writePack(source, make());
      const made = openPack(key, source);
      if (made === undefined) throw new Error(`${source} cannot be read.`);
      return made;
    },
    forgetOthers() {
      const builds = [[...used], ...readUsed(folder).filter((keys) => keys.join() !== [...used].join())];
      const kept = builds.slice(0, KEPT_BUILDS);
      writeWhole(join(folder, USED), JSON.stringify(kept));
      const names = new Set([USED, ...kept.flat().map((key) => key + ENDING)]);
      for (const name of readdirSync(folder))
        if (!names.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
    },
  };
}

function readUsed(folder: string): string[][] {
  try {
    return JSON.parse(readFileSync(join(folder, USED), 'utf8')) as string[][];
  } catch {
    // Nothing was built here before, or nobody knows what: then nothing else is kept.
    return [];
  }
}

function writePack(source: string, { files, notes }: Made): void {
  let offset = 0;
  const place = (bytes: Uint8Array): [number, number] => [
    (offset += bytes.length) - bytes.length,
    bytes.length,
  ];
  const header: Header = {
    files: files.map(({ path, bytes }) => [path, shortHash(bytes), ...place(bytes)]),
    notes: notes.map(place),
  };
  const head = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(HEADER_LENGTH_BYTES);
  length.writeUInt32LE(head.length);
  mkdirSync(dirname(source), { recursive: true });
  const unfinished = `${source}.unfinished-${process.pid}`;
  const file = openSync(unfinished, 'w');
  try {
    for (const bytes of [length, head, ...files.map((it) => it.bytes), ...notes]) writeFileSync(file, bytes);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, source);
}

function openPack(key: string, source: string): Pack | undefined {
  const header = readHeader(source);
  if (header === undefined) return undefined;
  const { value, end } = header;
  return {
    key,
    source,
    files: value.files.map(([path, fingerprint, offset, length]) => ({
      path,
      fingerprint,
      read: () => readPart(source, end + offset, length),
    })),
    readNote(number) {
      const [offset, noteLength] = value.notes[number] ?? [];
      if (offset === undefined || noteLength === undefined)
        throw new Error(`${source} has no note ${number}.`);
      return readPart(source, end + offset, noteLength);
    },
  };
}

/** The header and where it ends; nothing when there is no whole pack. */
function readHeader(source: string): { value: Header; end: number } | undefined {
  try {
    const length = Buffer.from(readPart(source, 0, HEADER_LENGTH_BYTES)).readUInt32LE();
    const text = Buffer.from(readPart(source, HEADER_LENGTH_BYTES, length)).toString('utf8');
    return { value: JSON.parse(text) as Header, end: HEADER_LENGTH_BYTES + length };
  } catch {
    return undefined;
  }
}

function readPart(source: string, offset: number, length: number): Uint8Array {
  const bytes = Buffer.alloc(length);
  const file = openSync(source, 'r');
  try {
    if (readSync(file, bytes, 0, length, offset) !== length) throw new Error(`${source} is cut off.`);
  } finally {
    closeSync(file);
  }
  return bytes;
}
