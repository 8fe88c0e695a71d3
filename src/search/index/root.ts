import { CorruptIndexError } from './bytes.ts';

/** The one file of an index whose name never changes: it names all others. */
export const ROOT_FILE = 'index.json';

/** Another number makes old and new readers refuse each other’s files. */
const FORMAT = 1;

/** Characters of a tag: what stands in the name of a file that is one of many, in Base64 for file names. */
const TAG_LENGTH = 4;
const TAG_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Twenty-four bits of a digest in hex: another content has another tag than the one before it. */
export function toTag(digest: string): string {
  const bits = Number.parseInt(digest.slice(0, 6), 16);
  return Array.from({ length: TAG_LENGTH }, (_, i) => TAG_DIGITS[(bits >> (i * 6)) & 63]).join('');
}

/** A segment as its readers need to know it. */
export interface SegmentEntry {
  /** The month with which it begins, and its length in months: `2016-01+192`. */
  period: string;
  /** Name of the folder with the segment’s files: a digest of what they hold. */
  folder: string;
  /** Number of records. */
  count: number;
  /** Number of files with terms. */
  shards: number;
}

export interface Root {
  /** Oldest first. */
  segments: readonly SegmentEntry[];
  /** Tags of the files that tell which segments hold a term. */
  directory: readonly string[];
  /** Tags of the files that tell which record an identifier names. */
  identifiers: readonly string[];
}

export function encodeRoot({ segments, directory, identifiers }: Root): Uint8Array {
  const root = {
    format: FORMAT,
    segments: segments.map(({ period, folder, count, shards }) => [period, folder, count, shards]),
    directory: directory.join(''),
    identifiers: identifiers.join(''),
  };
  return new TextEncoder().encode(JSON.stringify(root));
}

/** @throws {CorruptIndexError} */
export function decodeRoot(file: Uint8Array): Root {
  const { format, segments, directory, identifiers } = parseObject(file);
  if (
    format !== FORMAT ||
    !Array.isArray(segments) ||
    typeof directory !== 'string' ||
    typeof identifiers !== 'string'
  ) {
    throw new CorruptIndexError('The index is of another version, or none.');
  }
  return {
    segments: segments.map(toSegment),
    directory: splitTags(directory),
    identifiers: splitTags(identifiers),
  };
}

function parseObject(file: Uint8Array): Record<string, unknown> {
  try {
    return Object(JSON.parse(new TextDecoder().decode(file))) as Record<string, unknown>;
  } catch (error) {
    throw new CorruptIndexError('The index is no JSON.', { cause: error });
  }
}

function toSegment(row: unknown): SegmentEntry {
  const [period, folder, count, shards] = Array.isArray(row) ? (row as unknown[]) : [];
  const valid =
    typeof period === 'string' &&
    typeof folder === 'string' &&
    typeof count === 'number' &&
    typeof shards === 'number';
  if (!valid) throw new CorruptIndexError('A segment of the index is not complete.');
  return { period, folder, count, shards };
}

function splitTags(tags: string): string[] {
  return Array.from({ length: Math.floor(tags.length / TAG_LENGTH) }, (_, i) =>
    tags.slice(i * TAG_LENGTH, (i + 1) * TAG_LENGTH),
  );
}

/** The paths of all files of an index, below its folder. */
export const indexPaths = {
  terms: (folder: string, shard: number): string => `${folder}/terms-${shard}.bin`,
  columns: (folder: string): string => `${folder}/facets.bin`,
  vendors: (folder: string, file: number): string => `${folder}/vendors-${file}.bin`,
  cards: (folder: string, file: number): string => `${folder}/cards-${file}.json`,
  directory: (shard: number, tag: string): string => `directory/${shard}-${tag}.bin`,
  identifiers: (shard: number, tag: string): string => `identifiers/${shard}-${tag}.bin`,
};

/** The path of a record’s words below the folder of all indexes, which share them. */
export function wordsPath(name: string): string {
  return `words/${name.slice(0, 2)}/${name.slice(2)}.json`;
}
