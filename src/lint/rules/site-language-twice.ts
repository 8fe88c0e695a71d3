import type { Rule } from '../rule.ts';

export const siteLanguageTwice: Rule = {
  code: 'SIT006',
  severity: 'error',
  kinds: ['site-language-twice'],
  text: {
    ja: {
      title: '同じ言語が二度あります',
      what: 'languages に同じ言語が二度あります。',
      why: '言語ごとのアドレスが重なります。',
      remedy: '余分な言語を消してください。',
    },
    en: {
      title: 'Language named twice',
      what: 'languages names a language twice.',
      why: 'The addresses of the two would be the same.',
      remedy: 'Delete the one that is too many.',
    },
  },
};
