import type { Rule } from '../rule.ts';

export const wrongValue: Rule = {
  code: 'SCH003',
  severity: 'error',
  kinds: ['schema-value'],
  text: {
    ja: {
      title: '値の形が違います',
      what: '「{received}」は、ここに書ける形ではありません。',
      why: '値の形が決まっていないと、日付の計算もリンクも作れません。',
      remedy: '次のような形で書いてください: {expected}',
    },
    en: {
      title: 'Value of another form',
      what: '“{received}” has not the form that is needed here.',
      why: 'Dates, links and other formats are made from values of a fixed form.',
      remedy: 'Write it like this: {expected}',
    },
  },
};
