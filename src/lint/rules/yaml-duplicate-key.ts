import type { Rule } from '../rule.ts';

export const yamlDuplicateKey: Rule = {
  code: 'YML003',
  severity: 'error',
  kinds: ['yaml-duplicate-key'],
  text: {
    ja: {
      title: '同じキーが二つあります',
      what: 'キー「{key}」が二度あります。',
      why: 'どちらの値が正しいか分かりません。',
      remedy: 'どちらかを消すか、一つにまとめてください。',
    },
    en: {
      title: 'Key written twice',
      what: 'The key “{key}” stands here twice.',
      why: 'Nobody can tell which of the values holds.',
      remedy: 'Delete one, or merge the two.',
    },
  },
};
