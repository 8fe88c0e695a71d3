import { ByteReader, ByteWriter, CorruptIndexError, openSealed, sealBytes } from './bytes.ts';

/** The one file of an index whose name never changes: it leads to all others. */
export const ROOT_FILE = 'index.json';

/** Another number makes old and new readers refuse each other’s files. */
const FORMAT = 2;

/** Bytes of a tag: what stands in the name of a file that is one of many, in Base64 for file names. */
const TAG_BYTES = 3;
const TAG_LENGTH = 4;
const TAG_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Twenty-four bits of a digest in hex: another content has another tag than the one before it. */
export function toTag(digest: string): string {
  return formatTag(Number.parseInt(digest.slice(0, 2 * TAG_BYTES), 16));
}

function formatTag(bits: number): string {
  return Array.from({ length: TAG_LENGTH }, (_, i) => TAG_DIGITS[(bits >> (i * 6)) & 63]).join('');
}

function parseTag(tag: string): number {
  return Array.from(tag, (digit, i) => TAG_DIGITS.indexOf(digit) << (i * 6)).reduce((a, b) => a | b, 0);
}

/** A segment as its readers need to know it. */
export interface SegmentEntry {
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
  /** Number of files of the directory, which tells which segments hold a term. */
  shards: number;
  /** Tags of the files with the tags of the directory’s files, so that the root is small whatever their number. */
  tags: readonly string[];
}

export function encodeRoot({ segments, shards, tags }: Root): Uint8Array {
  const root = {
    format: FORMAT,
    segments: segments.map(({ folder, count, shards: own }) => [folder, count, own]),
    directory: [shards, tags.join('')],
  };
  return new TextEncoder().encode(JSON.stringify(root));
}

/** @throws {CorruptIndexError} */
export function decodeRoot(file: Uint8Array): Root {
  const { format, segments, directory } = parseObject(file);
  const [shards, tags] = Array.isArray(directory) ? (directory as unknown[]) : [];
  if (
    format !== FORMAT ||
    !Array.isArray(segments) ||
    typeof shards !== 'number' ||
    typeof tags !== 'string'
  ) {
    throw new CorruptIndexError('The index is of another version, or none.');
  }
  return { segments: segments.map(toSegment), shards, tags: splitTags(tags) };
}

function parseObject(file: Uint8Array): Record<string, unknown> {
  try {
    return Object(JSON.parse(new TextDecoder().decode(file))) as Record<string, unknown>;
  } catch (error) {
    throw new CorruptIndexError('The index is no JSON.', { cause: error });
  }
}

function toSegment(row: unknown): SegmentEntry {
  const [folder, count, shards] = Array.isArray(row) ? (row as unknown[]) : [];
  const valid = typeof folder === 'string' && typeof count === 'number' && typeof shards === 'number';
  if (!valid) throw new CorruptIndexError('A segment of the index is not complete.');
  return { folder, count, shards };
}

function splitTags(tags: string): string[] {
  return Array.from({ length: Math.floor(tags.length / TAG_LENGTH) }, (_, i) =>
    tags.slice(i * TAG_LENGTH, (i + 1) * TAG_LENGTH),
  );
}

/** Tags of so many neighbouring files of the directory stand together in one. */
export const TAGS_PER_FILE = 64;

export function encodeTags(tags: readonly string[]): Uint8Array {
  const writer = new ByteWriter();
  for (const bits of tags.map(parseTag))
    for (let i = 0; i < TAG_BYTES; i += 1) writer.byte((bits >> (8 * i)) & 0xff);
  return sealBytes(writer.finish());
}

/** @throws {CorruptIndexError} */
export function decodeTags(file: Uint8Array): string[] {
  const bytes = openSealed(file);
  const reader = new ByteReader(bytes);
  return Array.from({ length: Math.ceil(bytes.length / TAG_BYTES) }, () =>
    formatTag(reader.byte() | (reader.byte() << 8) | (reader.byte() << 16)),
  );
}

/** The paths of all files of an index, below its folder. */
export const indexPaths = {
  terms: (folder: string, shard: number): string => `${folder}/terms-${shard}.bin`,
  columns: (folder: string, file: number): string => `${folder}/facets-${file}.bin`,
  vendors: (folder: string, file: number): string => `${folder}/vendors-${file}.bin`,
  cards: (folder: string, file: number): string => `${folder}/cards-${file}.json`,
  directory: (shard: number, tag: string): string => `directory/${shard}-${tag}.bin`,
  tags: (file: number, tag: string): string => `directory/tags-${file}-${tag}.bin`,
};

/** The path of a record’s words below the folder of all indexes, which share them. */
export function wordsPath(name: string): string {
  return `words/${name.slice(0, 2)}/${name.slice(2)}.json`;
}
