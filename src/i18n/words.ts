import type { Language } from '#domain/language.ts';
import { about as enAbout } from './en/about.ts';
import { pages as enPages } from './en/pages.ts';
import { sharing as enSharing } from './en/sharing.ts';
import { preview as enPreview } from './en/preview.ts';
import { site as enSite } from './en/site.ts';
import { about as jaAbout } from './ja/about.ts';
import { pages as jaPages } from './ja/pages.ts';
import { sharing as jaSharing } from './ja/sharing.ts';
import { preview as jaPreview } from './ja/preview.ts';
import { site as jaSite } from './ja/site.ts';

/** All words that the engine itself says in one language. */
export interface Words {
  /** Titles, descriptions, menus and feeds: what `src/site` and `src/feeds` say. */
  site: typeof jaSite;
  /** What the templates say. */
  pages: typeof jaPages;
  /** What the preview for authors says beside pages. */
  preview: typeof jaPreview;
  /** What pages say of themselves to other programs and in their footer. */
  sharing: typeof jaSharing;
  /** What policy and help pages say around their text. */
  about: typeof jaAbout;
}

const WORDS: Readonly<Record<Language, Words>> = {
  ja: { site: jaSite, pages: jaPages, preview: jaPreview, sharing: jaSharing, about: jaAbout },
  en: { site: enSite, pages: enPages, preview: enPreview, sharing: enSharing, about: enAbout },
};

/** The words of one language; every language has the same keys, which the compiler checks. */
export function wordsOf(language: Language): Words {
  return WORDS[language];
}
