import { isMap, parseDocument } from 'yaml';
import { redirectsSchema } from '#domain/redirect.ts';
import type { WrittenFile } from './written-file.ts';

/**
 * `redirects.yaml` with further entries; those that stand there already, and every comment, stay as they are.
 * `undefined` when there is nothing to add, or when the file is broken: `npm run check` tells where.
 * @param present the file as it stands, if it does
 */
export function writeRedirects(
  present: string | undefined,
  wanted: ReadonlyMap<string, string>,
): WrittenFile | undefined {
  const document = parseDocument(present ?? '');
  if (document.errors.length > 0 || !(document.contents === null || isMap(document.contents)))
    return undefined;
  const missing = [...wanted].filter(
    ([from, to]) => !document.has(from) && redirectsSchema.safeParse({ [from]: to }).success,
  );
  if (missing.length === 0) return undefined;
  for (const [from, to] of missing) document.set(from, to);
  return { path: 'redirects.yaml', text: document.toString({ lineWidth: 0 }) };
}
