import type { Rule } from '../rule.ts';

export const yamlAlias: Rule = {
  code: 'YML006',
  severity: 'error',
  kinds: ['yaml-alias'],
  text: {
    ja: {
      title: 'エイリアス（*）は使えません',
      what: 'YAML のエイリアスがあります。',
      why: 'エイリアスは小さなファイルを巨大なデータに変えられるため、受け付けません。',
      remedy: '値をそのまま書くか、* で始まる文を引用符で囲んでください。例: ranges: ["*"]',
    },
    en: {
      title: 'Alias',
      what: 'Here stands a YAML alias.',
      why: 'Aliases can turn a small file into a huge value, so none are accepted.',
      remedy: 'Write the value itself, or put a text that begins with * in quotes, as in ranges: ["*"].',
    },
  },
};
