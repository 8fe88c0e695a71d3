import type { Language } from '#domain/language.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';

const words = { ja, en };

/** The words of the command line in a language. */
export function commandWords(language: Language): typeof ja {
  return words[language];
}
