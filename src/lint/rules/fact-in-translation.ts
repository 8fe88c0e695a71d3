import type { Rule } from '../rule.ts';

export const factInTranslation: Rule = {
  code: 'TRN006',
  severity: 'error',
  kinds: ['translation-fact'],
  text: {
    ja: {
      title: '翻訳に事実が書かれています',
      what: 'キー「{key}」は原文の事実で、翻訳には書けません。',
      why: '事実を二か所に書くと、更新のときに食い違います。',
      remedy: '翻訳からこのキーを消してください。値は原文から取られます。',
    },
    en: {
      title: 'Fact in a translation',
      what: 'The key “{key}” is a fact of the original and cannot stand in a translation.',
      why: 'Facts in two places come to differ when one of them is updated.',
      remedy: 'Delete the key from the translation; the value comes from the original.',
    },
  },
};
