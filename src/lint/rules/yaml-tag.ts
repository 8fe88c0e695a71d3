import type { Rule } from '../rule.ts';

export const yamlTag: Rule = {
  code: 'YML008',
  severity: 'error',
  kinds: ['yaml-tag'],
  text: {
    ja: {
      title: 'タグ（!）は使えません',
      what: 'YAML のタグ「{tag}」があります。',
      why: 'タグは値の種類を変え、道具によってはプログラムを動かします。',
      remedy: 'タグを消すか、! で始まる文を引用符で囲んでください。',
    },
    en: {
      title: 'Tag',
      what: 'Here stands the YAML tag “{tag}”.',
      why: 'A tag changes the kind of a value, and in some tools it runs code.',
      remedy: 'Delete it, or put a text that begins with ! in quotes.',
    },
  },
};
