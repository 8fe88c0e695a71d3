import type { Rule } from '../rule.ts';

export const valueTooLong: Rule = {
  code: 'SCH009',
  severity: 'error',
  kinds: ['schema-too-long'],
  text: {
    ja: {
      title: '値が長すぎます',
      what: '値は {maximum} 文字（件）以内でなければなりません。',
      why: '長すぎる値は、アドレスや一覧に収まりません。',
      remedy: '短くしてください。',
    },
    en: {
      title: 'Value too long',
      what: 'At most {maximum} characters or entries are allowed here.',
      why: 'A longer value does not fit into addresses and lists.',
      remedy: 'Shorten it.',
    },
  },
};
