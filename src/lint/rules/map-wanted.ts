import type { Rule } from '../rule.ts';

export const mapWanted: Rule = {
  code: 'SCH007',
  severity: 'error',
  kinds: ['schema-map'],
  text: {
    ja: {
      title: '「キー: 値」の並びが必要です',
      what: 'ここには「キー: 値」の並びが必要ですが、「{received}」があります。',
      why: 'この項目は、名前の付いた値からできています。',
      remedy: '{ キー: 値 } の形か、字下げした「キー: 値」の行で書いてください。',
    },
    en: {
      title: 'Map wanted',
      what: 'Here lines of “key: value” are needed, but there is “{received}”.',
      why: 'This entry is made of values with names.',
      remedy: 'Write { key: value }, or indented lines of “key: value”.',
    },
  },
};
