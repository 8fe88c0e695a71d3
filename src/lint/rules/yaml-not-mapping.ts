import type { Rule } from '../rule.ts';

export const yamlNotMapping: Rule = {
  code: 'YML002',
  severity: 'error',
  kinds: ['yaml-not-mapping'],
  text: {
    ja: {
      title: '「キー: 値」の形ではありません',
      what: 'ここには「キー: 値」の並びが必要です。',
      why: '事実は、名前の付いた値として読まれます。',
      remedy: '一行ずつ「キー: 値」の形で書いてください。',
    },
    en: {
      title: 'Not a mapping',
      what: 'Here must stand lines of the form “key: value”.',
      why: 'Facts are read as values with names.',
      remedy: 'Write one “key: value” a line.',
    },
  },
};
