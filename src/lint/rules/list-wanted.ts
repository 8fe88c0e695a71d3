import type { Rule } from '../rule.ts';

export const listWanted: Rule = {
  code: 'SCH006',
  severity: 'error',
  kinds: ['schema-list'],
  text: {
    ja: {
      title: 'リストが必要です',
      what: 'ここにはリストが必要ですが、「{received}」があります。',
      why: '一つだけのときも、リストとして読まれます。',
      remedy: '[ … ] で囲むか、各行を「- 」で始めてください。',
    },
    en: {
      title: 'List wanted',
      what: 'Here a list is needed, but there is “{received}”.',
      why: 'Even a single entry is read as a list.',
      remedy: 'Put it in [ … ], or begin each line with “- ”.',
    },
  },
};
