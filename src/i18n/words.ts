import type { Language } from '#domain/language.ts';
import { pages as enPages } from './en/pages.ts';
import { site as enSite } from './en/site.ts';
import { pages as jaPages } from './ja/pages.ts';
import { site as jaSite } from './ja/site.ts';

/** All words that the engine itself says in one language. */
export interface Words {
  /** Titles, descriptions, menus and feeds: what `src/site` and `src/feeds` say. */
  site: typeof jaSite;
  /** What the templates say. */
  pages: typeof jaPages;
}

const WORDS: Readonly<Record<Language, Words>> = {
  ja: { site: jaSite, pages: jaPages },
  en: { site: enSite, pages: enPages },
};

/** The words of one language; every language has the same keys, which the compiler checks. */
export function wordsOf(language: Language): Words {
  return WORDS[language];
}
