import type { Language } from '#domain/language.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';

export type ImportWords = typeof ja;

/** The words of the import in a language. */
export function importWords(language: Language): ImportWords {
  return { ja, en }[language];
}
