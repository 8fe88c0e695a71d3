import type { Rule } from '../rule.ts';

export const yamlForbiddenKey: Rule = {
  code: 'YML005',
  severity: 'error',
  kinds: ['yaml-forbidden-key'],
  text: {
    ja: {
      title: '使えないキーです',
      what: 'キー「{key}」は使えません。',
      why: 'このキーは、読む道具の中で特別な意味を持ちます。',
      remedy: '別の名前にするか、消してください。',
    },
    en: {
      title: 'Key that is not allowed',
      what: 'The key “{key}” cannot be used.',
      why: 'It has a special meaning inside the tools that read it.',
      remedy: 'Choose another name, or delete it.',
    },
  },
};
