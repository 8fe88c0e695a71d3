import type { Rule } from '../rule.ts';

export const proseTooDeep: Rule = {
  code: 'TXT031',
  severity: 'error',
  kinds: ['too-deep'],
  text: {
    ja: {
      title: '本文の入れ子が深すぎます',
      what: '入れ子が {limit} 段を超えています。',
      why: 'それより深い部分は、書いたままの文字で表示されます。',
      remedy: 'リストや引用の入れ子を減らしてください。',
    },
    en: {
      title: 'Prose nested too deeply',
      what: 'The nesting is deeper than {limit} levels.',
      why: 'Whatever lies deeper is shown as plain characters.',
      remedy: 'Use fewer lists and quotes inside each other.',
    },
  },
};
