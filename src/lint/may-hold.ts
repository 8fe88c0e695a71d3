import { oncePer } from '#domain/once.ts';
import type { AdvisoryFile, TranslationFile, VendorFile } from '#catalog/content.ts';

type FactsFile = AdvisoryFile | TranslationFile | VendorFile;

/**
 * Whether what was read from a file may hold a text: a quick question, asked before the file itself is read again
 * to find the place. A file whose facts or prose could not be read may hold anything.
 */
export function mayHold(file: FactsFile, pattern: RegExp): boolean {
  const facts = factText(file);
  if (facts === undefined || facts.search(pattern) !== -1) return true;
  return file.kind !== 'vendor' && proseMayHold(file, pattern);
}

export function proseMayHold({ body }: AdvisoryFile | TranslationFile, pattern: RegExp): boolean {
  return body?.sections.some(({ heading, text }) => `${heading}\n${text}`.search(pattern) !== -1) ?? true;
}

/** All texts of a file's facts, keys included, one a line; `undefined` when its facts could not be read. */
export const factText = oncePer((file: FactsFile): string | undefined => {
  const data = file.kind === 'translation' ? file.words : file.facts;
  if (data === undefined) return undefined;
  const texts: string[] = [];
  collectTexts(data, texts);
  return texts.join('\n');
});

function collectTexts(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) texts.push(key);
    collectTexts(inner, texts);
  }
}
