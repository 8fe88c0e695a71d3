import type { Rule } from '../rule.ts';

export const unreachableIncomplete: Rule = {
  code: 'UNR002',
  severity: 'error',
  kinds: ['unreachable-incomplete'],
  text: {
    ja: {
      title: '連絡不能開発者の記載が足りません',
      what: '開発者の名前（name）か段階（stages）がありません。',
      why: '誰への呼びかけで、いつから掲載しているのかを、ページに書けません。',
      remedy:
        'name と stages の listed を書いてください。回答があったときは、number と answeredOn だけにします。',
    },
    en: {
      title: 'Incomplete entry of an unreachable developer',
      what: 'The developer’s name or the stages are missing.',
      why: 'The page could not say who is asked to get in touch, and since when.',
      remedy: 'Write name and stages.listed; when the developer has answered, number and answeredOn alone.',
    },
  },
};
