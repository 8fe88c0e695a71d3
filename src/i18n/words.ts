import type { Language } from '#domain/language.ts';
import { about as enAbout } from './en/about.ts';
import { csafFolders as enCsafFolders } from './en/csaf-folders.ts';
import { formats as enFormats } from './en/formats.ts';
import { guides as enGuides } from './en/guides.ts';
import { lists as enLists } from './en/lists.ts';
import { pages as enPages } from './en/pages.ts';
import { search as enSearch } from './en/search.ts';
import { preview as enPreview } from './en/preview.ts';
import { sharing as enSharing } from './en/sharing.ts';
import { site as enSite } from './en/site.ts';
import { statistics as enStatistics } from './en/statistics.ts';
import { theme as enTheme } from './en/theme.ts';
import { unreachable as enUnreachable } from './en/unreachable.ts';
import { versionCheck as enVersionCheck } from './en/version-check.ts';
import { about as jaAbout } from './ja/about.ts';
import { csafFolders as jaCsafFolders } from './ja/csaf-folders.ts';
import { formats as jaFormats } from './ja/formats.ts';
import { guides as jaGuides } from './ja/guides.ts';
import { lists as jaLists } from './ja/lists.ts';
import { pages as jaPages } from './ja/pages.ts';
import { search as jaSearch } from './ja/search.ts';
import { preview as jaPreview } from './ja/preview.ts';
import { sharing as jaSharing } from './ja/sharing.ts';
import { site as jaSite } from './ja/site.ts';
import { statistics as jaStatistics } from './ja/statistics.ts';
import { theme as jaTheme } from './ja/theme.ts';
import { unreachable as jaUnreachable } from './ja/unreachable.ts';
import { versionCheck as jaVersionCheck } from './ja/version-check.ts';

/** All words that the engine itself says in one language. */
export interface Words {
  /** Titles, descriptions, menus and feeds: what `src/site` and `src/feeds` say. */
  site: typeof jaSite;
  /** What the templates say. */
  pages: typeof jaPages;
  /** What home, lists, vendors, feeds and the page for unknown addresses say. */
  lists: typeof jaLists;
  /** What pages say about machine-readable formats. */
  formats: typeof jaFormats;
  /** What the search says. */
  search: typeof jaSearch;
  /** What pages say of themselves to other programs and in their footer. */
  sharing: typeof jaSharing;
  /** What policy and help pages say around their text. */
  about: typeof jaAbout;
  /** What guides say where their text is drawn from the rules of the engine. */
  guides: typeof jaGuides;
  /** What the folder pages of the CSAF provider say. */
  csafFolders: typeof jaCsafFolders;
  /** What the statistics say. */
  statistics: typeof jaStatistics;
  /** What the preview for authors says beside pages. */
  preview: typeof jaPreview;
  /** What the choice between light and dark says. */
  theme: typeof jaTheme;
  /** What the list of developers who could not be reached says. */
  unreachable: typeof jaUnreachable;
  /** What “is my version affected?” says. */
  versionCheck: typeof jaVersionCheck;
}

const WORDS: Readonly<Record<Language, Words>> = {
  ja: {
    theme: jaTheme,
    unreachable: jaUnreachable,
    versionCheck: jaVersionCheck,
    site: jaSite,
    pages: jaPages,
    lists: jaLists,
    formats: jaFormats,
    search: jaSearch,
    sharing: jaSharing,
    about: jaAbout,
    guides: jaGuides,
    csafFolders: jaCsafFolders,
    preview: jaPreview,
    statistics: jaStatistics,
  },
  en: {
    theme: enTheme,
    unreachable: enUnreachable,
    versionCheck: enVersionCheck,
    site: enSite,
    pages: enPages,
    lists: enLists,
    formats: enFormats,
    search: enSearch,
    sharing: enSharing,
    about: enAbout,
    guides: enGuides,
    csafFolders: enCsafFolders,
    preview: enPreview,
    statistics: enStatistics,
  },
};

/** The words of one language; every language has the same keys, which the compiler checks. */
export function wordsOf(language: Language): Words {
  return WORDS[language];
}
