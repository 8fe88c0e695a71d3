import { openDocument } from '#formats/foreign/foreign-document.ts';
import type { Format, ReadContext, Reading, Refusal, SourceFile } from './format.ts';
import { type Listed, listSources } from './sources/list-sources.ts';
import { readSource, type Unread } from './sources/read-source.ts';

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
  const accepted = new Map(listed.filter(isRead).map((file) => [file.path, file]));
  for (const file of listed.filter(({ path }) => !accepted.has(path))) {
    yield* readOther(format, file, cwd, context);
  }
  for (const group of groupsOf(format, [...accepted.keys()])) {
    const files = group.flatMap((path) => accepted.get(path) ?? []);
    yield* readTexts(
      format,
      files.flatMap((file) => readSource(file, cwd)),
      context,
    );
  }
}

function* readOther(
  format: Format,
  file: Listed,
  cwd: string,
  context: ReadContext,
): Generator<SourceReading> {
  const { path, refusal } = file;
  if (refusal !== undefined) yield refuse({ path, refusal });
  else if (!isArchive(path)) yield passOver(path);
  else yield* readArchive(format, readSource(file, cwd), context);
}

function* readArchive(
  format: Format,
  members: readonly (SourceFile | Unread)[],
  context: ReadContext,
): Generator<SourceReading> {
  const accepted = new Map(
    members.filter(({ path }) => format.accepts(path)).map((file) => [file.path, file]),
  );
  for (const file of members.filter(({ path }) => !accepted.has(path))) {
    yield 'refusal' in file ? refuse(file) : passOver(file.path);
  }
  for (const group of groupsOf(format, [...accepted.keys()])) {
    yield* readTexts(
      format,
      group.flatMap((path) => accepted.get(path) ?? []),
      context,
    );
  }
}

/** Files that are unpacked, or refused, by their names alone. */
function isArchive(path: string): boolean {
  return /\.(?:gz|zip|tar|t[gbx]z2?|bz2|xz|7z|rar|zst)$/i.test(path);
}

function groupsOf(format: Format, paths: readonly string[]): readonly (readonly string[])[] {
  return format.group?.(paths) ?? paths.map((path) => [path]);
}

function* readTexts(
  format: Format,
  files: readonly (SourceFile | Unread)[],
  context: ReadContext,
): Generator<SourceReading> {
  const texts = files.filter((file): file is SourceFile => 'text' in file);
  for (const file of files) if ('refusal' in file) yield refuse(file);
  if (texts.length === 0) return;
  const encodings = new Map(texts.map(({ path, encoding }) => [path, encoding]));
  for (const reading of format.read(texts, context)) {
    const encoding = encodings.get(reading.path);
    yield encoding === undefined ? reading : { ...reading, encoding };
  }
}

function refuse({ path, refusal }: { path: string; refusal: Refusal }): Reading {
  return { path, name: path, document: openDocument(null), refusal };
}

/** What no reader of the format wants is told all the same: it might have been meant. */
function passOver(path: string): Reading {
  return { path, name: path, document: openDocument(null), skipped: { why: 'not-an-advisory' } };
}
