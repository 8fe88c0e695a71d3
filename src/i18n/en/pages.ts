import type { pages as ja } from '../ja/pages.ts';
import { advisory } from './advisory.ts';

/** What the templates say in English. */
export const pages: typeof ja = {
  advisory,
  languageName: 'English',
  frame: {
    skip: 'Skip to main content',
    menu: 'Main menu',
    languages: 'Language',
    trail: 'Breadcrumb',
    home: 'Home',
    notice: 'Notice',
    footer: 'About this site',
    about: 'Information',
    publisher: 'Publisher',
    contact: 'Contact',
    licence: 'Terms of use',
    repository: 'Repository',
    feeds: 'Feeds',
    onlyListThere: 'This page has no version in this language; the link leads to the list',
    onlyIn: { ja: 'Japanese only', en: 'English only' },
    linkTo: (heading) => `Link to “${heading}”`,
  },
};
