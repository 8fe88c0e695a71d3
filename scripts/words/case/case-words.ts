import type { Language } from '#domain/language.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';

export type CaseWords = typeof ja;

const words = { ja, en };

/** What `npm run case` says in a language. */
export function caseWords(language: Language): CaseWords {
  return words[language];
}
