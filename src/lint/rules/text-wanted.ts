import type { Rule } from '../rule.ts';

export const textWanted: Rule = {
  code: 'SCH005',
  severity: 'error',
  kinds: ['schema-text'],
  text: {
    ja: {
      title: '文字列が必要です',
      what: 'ここには文字列が必要ですが、{received} があります。',
      why: 'この値は一つの文字列として表示されます。',
      remedy: '値を一つだけ書いてください。[ ] や { } を含む文は引用符で囲みます。',
    },
    en: {
      title: 'Text wanted',
      what: 'Here a text is needed, but there is a {received}.',
      why: 'The value is shown as one text.',
      remedy: 'Write one value. Put texts with [ ] or { } in quotes.',
    },
  },
};
