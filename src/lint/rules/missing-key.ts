import type { Rule } from '../rule.ts';

export const missingKey: Rule = {
  code: 'SCH002',
  severity: 'error',
  kinds: ['schema-missing-key'],
  text: {
    ja: {
      title: '必要なキーがありません',
      what: 'キー「{key}」がありません。',
      why: 'この値がなければ、ページを正しく作れません。',
      remedy: '「{key}: …」を書いてください。',
    },
    en: {
      title: 'Missing key',
      what: 'The key “{key}” is missing.',
      why: 'Without this value the page cannot be made.',
      remedy: 'Write “{key}: …”.',
    },
  },
};
