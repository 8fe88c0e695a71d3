import type { Rule } from '../rule.ts';

export const unknownLanguage: Rule = {
  code: 'SRC012',
  severity: 'error',
  kinds: ['unknown-language'],
  text: {
    ja: {
      title: '知らない言語です',
      what: '言語「{language}」は扱えません。',
      why: '画面の言葉は日本語（ja）と英語（en）だけが用意されています。',
      remedy: 'ファイル名やフォルダ名の言語を ja か en にしてください。',
    },
    en: {
      title: 'Unknown language',
      what: 'The language “{language}” is not known.',
      why: 'There are words for Japanese (ja) and English (en) only.',
      remedy: 'Make the language in the name of the file or folder ja or en.',
    },
  },
};
