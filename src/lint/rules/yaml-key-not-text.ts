import type { Rule } from '../rule.ts';

export const yamlKeyNotText: Rule = {
  code: 'YML004',
  severity: 'error',
  kinds: ['yaml-key-not-text'],
  text: {
    ja: {
      title: 'キーが文字列ではありません',
      what: 'キーに、リストやマップは使えません。',
      why: '名前のない値は、どこにも表示できません。',
      remedy: 'キーを普通の言葉にしてください。値の { } や [ ] は引用符で囲みます。',
    },
    en: {
      title: 'Key that is no text',
      what: 'A list or a map cannot be a key.',
      why: 'A value without a name can be shown nowhere.',
      remedy: 'Make the key a plain word. Put values that contain { } or [ ] in quotes.',
    },
  },
};
