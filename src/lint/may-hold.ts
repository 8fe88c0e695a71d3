import type { AdvisoryFile, TranslationFile, VendorFile } from '#catalog/content.ts';

/**
 * Whether what was read from a file may hold a text: a quick question, asked before the file itself is read again
 * to find the place. A file whose facts or prose could not be read may hold anything.
 */
export function mayHold(file: AdvisoryFile | TranslationFile | VendorFile, pattern: RegExp): boolean {
  return factsMayHold(file, pattern) || (file.kind !== 'vendor' && proseMayHold(file, pattern));
}

function factsMayHold(file: AdvisoryFile | TranslationFile | VendorFile, pattern: RegExp): boolean {
  return factTexts(file)?.some((text) => text.search(pattern) !== -1) ?? true;
}

export function proseMayHold({ body }: AdvisoryFile | TranslationFile, pattern: RegExp): boolean {
  return body?.sections.some(({ heading, text }) => `${heading}\n${text}`.search(pattern) !== -1) ?? true;
}

/** All texts of a file's facts, keys included; `undefined` when its facts could not be read. */
export function factTexts(file: AdvisoryFile | TranslationFile | VendorFile): string[] | undefined {
  const data = file.kind === 'translation' ? file.words : file.facts;
  return data === undefined ? undefined : textsOf(data);
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsOf(inner)]);
}
