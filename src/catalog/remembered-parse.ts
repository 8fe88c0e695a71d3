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
  if (known !== undefined) {
    const { body, ...rest } = known.result as Kept<Kind>;
    return body && known.aside ? { ...rest, body: toKeptBody(body, known.aside) } : rest;
  }
  const parsed = parseFile(request, bytes);
  const { body, ...rest } = parsed;
  const { sections, ...notes } = body ?? {};
  const result = body === undefined ? rest : { ...rest, body: notes };
  const aside = cache.remember(request.file, key, result, sections);
  return body && aside ? { ...rest, body: toKeptBody(notes as BodyNotes, aside) } : parsed;
}
