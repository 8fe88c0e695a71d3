import type { Language } from '#domain/language.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';

const words = { ja, en };

/** What rooms and dashboards say in a language. */
export function coordinationWords(language: Language): typeof ja {
  return words[language];
}
