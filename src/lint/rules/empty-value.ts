import type { Rule } from '../rule.ts';

export const emptyValue: Rule = {
  code: 'SCH008',
  severity: 'error',
  kinds: ['schema-empty'],
  text: {
    ja: {
      title: '値が空です',
      what: 'ここには少なくとも一つの値が必要です。',
      why: '空の値は、書き忘れと区別できません。',
      remedy: '値を書いてください。不要なら、キーごと消してください。',
    },
    en: {
      title: 'Empty value',
      what: 'At least one value is needed here.',
      why: 'Nobody can tell an empty value from a forgotten one.',
      remedy: 'Write the value, or delete its key where it is not needed.',
    },
  },
};
