import { closeSync, fstatSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { type Aside, bytesOf, openFile, type OpenFile, readPart } from './aside.ts';

/*
 * A shard is one file: first what was put aside, one value after the other, then an index of everything else as JSON,
 * then the length of that index. So few bytes are read to know everything, and the rest when it is asked for.
 */

/** What is remembered of one content file. */
export interface ShardEntry {
  digest: string;
  result: unknown;
  aside?: Aside;
}

/** Everything that a shard remembers. */
export interface Memory {
  parser: string;
  entries: ReadonlyMap<string, ShardEntry>;
}

type Row = [digest: string, result: unknown, at?: number, length?: number];
interface Index {
  parser: string;
  entries: Record<string, Row>;
}

/** The digits of the length of the index. */
const TAIL = 16;

/** What a shard remembers of this parser: nothing when it is missing, damaged or another's. */
export function loadShard(path: string, parser: string): Map<string, ShardEntry> {
  try {
    const file = openFile(path);
    const index = readIndex(file);
    if (index.parser !== parser) return new Map();
    return new Map(Object.entries(index.entries).map(([name, row]) => [name, toEntry(row, file)]));
  } catch {
    // The content itself is the truth, so parsing it again is always right.
    return new Map();
  }
}

function readIndex(file: OpenFile): Index {
  const { size } = fstatSync(file.handle);
  const length = Number(readPart(file, size - TAIL, TAIL).toString());
  return JSON.parse(readPart(file, size - TAIL - length, length).toString()) as Index;
}

function toEntry([digest, result, at, length]: Row, file: OpenFile): ShardEntry {
  if (at === undefined || length === undefined) return { digest, result };
  return { digest, result, aside: { file, at, length } };
}

/** Writes a shard whole. What waited to be put aside stands in it from then on. */
export function writeShard(path: string, { parser, entries }: Memory): void {
  const temporary = `${path}.${String(process.pid)}.tmp`;
  const handle = openSync(temporary, 'w');
  const places = new Map<Aside, number>();
  try {
    let end = 0;
    const write = (bytes: Uint8Array): void => {
      writeFileSync(handle, bytes);
      end += bytes.length;
    };
    const rows = [...entries].map(([name, { digest, result, aside }]): [string, Row] => {
      if (aside === undefined) return [name, [digest, result]];
      places.set(aside, end);
      const row: Row = [digest, result, end, aside.length];
      write(bytesOf(aside));
      return [name, row];
    });
    const index = Buffer.from(JSON.stringify({ parser, entries: Object.fromEntries(rows) } satisfies Index));
    write(index);
    write(Buffer.from(String(index.length).padStart(TAIL)));
  } finally {
    closeSync(handle);
  }
  // Opened before it gets its name, under which another process may replace it.
  settle(places, openFile(temporary));
  renameSync(temporary, path);
}

function settle(places: ReadonlyMap<Aside, number>, file: OpenFile): void {
  for (const [aside, at] of places) {
    aside.file = file;
    aside.at = at;
    delete aside.waiting;
  }
}
