import type { Rule } from '../rule.ts';

export const noSuchDay: Rule = {
  code: 'SCH010',
  severity: 'error',
  kinds: ['schema-calendar'],
  text: {
    ja: {
      title: '暦にない日時です',
      what: 'この日付や時刻は暦にありません。',
      why: '2 月 30 日のような日付は、道具によって別の日に読まれます。',
      remedy: '日付と時刻を確かめて直してください。',
    },
    en: {
      title: 'No such day',
      what: 'This day or moment is not in the calendar.',
      why: 'A date such as 30 February is read as another day by every other tool.',
      remedy: 'Look the date up and correct it.',
    },
  },
};
