import type { Format, ReadContext, Reading, Refusal, SourceFile } from './format.ts';
import { type Listed, listSources } from './sources/list-sources.ts';
import { readSource, type Unread } from './sources/read-source.ts';
import { passOver, refuseFile } from './unread-file.ts';

/** A reading, and how its file was encoded where that was not UTF-8. */
export type SourceReading = Reading & { readonly encoding?: string };

/** Every record of every file below the paths, one after the other; no more than one group of files is held at a time. */
export function* readAll(
  format: Format,
  paths: readonly string[],
  cwd: string,
  context: ReadContext,
): Generator<SourceReading> {
  const listed = listSources(paths, cwd);
  const isRead = ({ path, refusal }: Listed): boolean =>
    refusal === undefined && !isArchive(path) && format.accepts(path);
  for (const file of listed.filter((each) => !isRead(each))) {
    const { path, refusal } = file;
    if (refusal !== undefined) yield refuseFile(path, refusal);
    else if (!isArchive(path)) yield passOver(path, OTHER);
    else yield* readArchive(format, readSource(file, cwd), context);
  }
  yield* readGroups(format, listed.filter(isRead), (file) => readSource(file, cwd), context);
}

function* readArchive(
  format: Format,
  members: readonly (SourceFile | Unread)[],
  context: ReadContext,
): Generator<SourceReading> {
  const isRead = ({ path }: SourceFile | Unread): boolean => format.accepts(path);
  for (const file of members.filter((each) => !isRead(each))) {
    yield 'refusal' in file ? refuseFile(file.path, file.refusal) : passOver(file.path, OTHER);
  }
  yield* readGroups(format, members.filter(isRead), (file) => [file], context);
}

/** @param open asked for a file when its group is read, and not before */
function* readGroups<File extends { readonly path: string }>(
  format: Format,
  accepted: readonly File[],
  open: (file: File) => readonly (SourceFile | Unread)[],
  context: ReadContext,
): Generator<SourceReading> {
  const files = new Map(accepted.map((file) => [file.path, file]));
  const paths = [...files.keys()];
  for (const group of format.group?.(paths) ?? paths.map((path) => [path])) {
    yield* readTexts(format, group.flatMap((path) => files.get(path) ?? []).flatMap(open), context);
  }
}

/** Files that are unpacked, or refused, by their names alone. */
function isArchive(path: string): boolean {
  return /\.(?:gz|zip|tar|t[gbx]z2?|bz2|xz|7z|rar|zst)$/i.test(path);
}

function* readTexts(
  format: Format,
  files: readonly (SourceFile | Unread)[],
  context: ReadContext,
): Generator<SourceReading> {
  const texts = files.filter((file): file is SourceFile => 'text' in file);
  for (const file of files) if ('refusal' in file) yield refuseFile(file.path, file.refusal);
  if (texts.length === 0) return;
  const encodings = new Map(texts.map(({ path, encoding }) => [path, encoding]));
  for (const reading of format.read(texts, context)) {
    const encoding = encodings.get(reading.path);
    yield encoding === undefined ? reading : { ...reading, encoding };
  }
}

/** What no reader of the format wants is told all the same: it might have been meant. */
const OTHER: Refusal = { why: 'not-an-advisory' };
