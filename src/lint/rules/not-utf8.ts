import type { Rule } from '../rule.ts';

export const notUtf8: Rule = {
  code: 'SRC001',
  severity: 'error',
  kinds: ['not-utf8'],
  text: {
    ja: {
      title: 'UTF-8 ではありません',
      what: 'ファイルが UTF-8 ではありません（{encoding} と思われます）。',
      why: '文字が化けたまま公開されるのを防ぐため、UTF-8 だけを読みます。',
      remedy: 'エディタで文字コードを UTF-8 にして保存し直してください。',
    },
    en: {
      title: 'Not UTF-8',
      what: 'The file is not UTF-8 (probably {encoding}).',
      why: 'Only UTF-8 is read, so that no garbled text is published.',
      remedy: 'Save the file as UTF-8.',
    },
  },
};
