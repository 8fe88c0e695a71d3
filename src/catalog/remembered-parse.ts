import type { Aside } from './aside.ts';
import { type BodyNotes, toKeptBody } from './kept-body.ts';
import type { ParseCache } from './parse-cache.ts';
import { parseFile, type ParsedFile, type ParsedKind, type ParseRequest } from './parse-file.ts';

/** What is remembered of a file, its body without sections. */
type Kept<Kind extends ParsedKind> = Omit<ParsedFile<Kind>, 'body'> & { body?: BodyNotes };

/** Parses a content file, unless it was parsed before. Where something is remembered, sections are put aside. */
export function parseRemembered<Kind extends ParsedKind>(
  cache: ParseCache,
  request: ParseRequest<Kind>,
  bytes: Uint8Array,
  digest: string,
): ParsedFile<Kind> {
  const key = `${request.kind}/${request.language}/${digest}`;
  const known = cache.recall(request.file, key);
  if (known !== undefined) return toParsed(known.result as Kept<Kind>, known.aside);
  const parsed = parseFile(request, bytes);
  const { body, ...rest } = parsed;
  const { sections, ...notes } = body ?? {};
  const result: Kept<Kind> = cutLoose(body ? { ...rest, body: notes as BodyNotes } : rest);
  const aside = cache.remember(request.file, key, result, sections);
  // Where nothing is remembered, nothing is put aside.
  return body && !aside ? parsed : toParsed(result, aside);
}

function toParsed<Kind extends ParsedKind>(result: Kept<Kind>, aside: Aside | undefined): ParsedFile<Kind> {
  const { body, ...rest } = result;
  return body && aside ? { ...rest, body: toKeptBody(body, aside) } : rest;
}

/** Texts that were cut out of a file keep all of it in memory; those that are read from JSON stand by themselves. */
function cutLoose<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
