import type { Rule } from '../rule.ts';

export const familyPattern: Rule = {
  code: 'SIT004',
  severity: 'error',
  kinds: ['family-pattern'],
  text: {
    ja: {
      title: '識別子の形の指定が使えません',
      what: 'この pattern は使えません。',
      why: '* や + を含む正規表現は、長い文で極端に遅くなることがあります。',
      remedy: '数字、文字、[ ] の集合、{ } の回数、( ) と | だけで書いてください。例: [0-9]{8}',
    },
    en: {
      title: 'Pattern that cannot be used',
      what: 'This pattern cannot be used.',
      why: 'Regular expressions with * or + can become extremely slow on long texts.',
      remedy: 'Use digits, letters, [classes], {counts}, groups and alternatives only, as in [0-9]{8}.',
    },
  },
};
