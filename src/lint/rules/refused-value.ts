import type { Rule } from '../rule.ts';

export const refusedValue: Rule = {
  code: 'SCH011',
  severity: 'error',
  kinds: ['schema-refused'],
  text: {
    ja: {
      title: '値が規則に合いません',
      what: '値が規則に合いません（{reason}）。',
      why: 'この値からは、正しいページを作れません。',
      remedy: '括弧の中の規則に合うように直してください。',
    },
    en: {
      title: 'Value against a rule',
      what: 'The value breaks a rule ({reason}).',
      why: 'No correct page can be made from it.',
      remedy: 'Correct it so that it keeps the rule in brackets.',
    },
  },
};
