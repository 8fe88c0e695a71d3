import { parseFile } from '#catalog/parse-file.ts';
import type { AdvisoryFacts } from '#domain/advisory.ts';

/** The facts of an advisory as it stands; `undefined` when it is not valid. */
export function parsePresent(path: string, text: string): AdvisoryFacts | undefined {
  const request = { kind: 'advisory', file: path, slug: '', language: 'en' } as const;
  return parseFile(request, Buffer.from(text)).facts;
}
