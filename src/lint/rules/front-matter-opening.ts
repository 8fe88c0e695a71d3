import type { Rule } from '../rule.ts';

export const frontMatterOpening: Rule = {
  code: 'SRC005',
  severity: 'error',
  kinds: ['front-matter-opening'],
  text: {
    ja: {
      title: 'フロントマターの始まりが違います',
      what: '1 行目は「---」だけでなければなりませんが、「{found}」です。',
      why: '「---js」のような行はプログラムを動かす指定になり得るため、一切受け付けません。',
      remedy: '1 行目をちょうど --- にしてください。',
    },
    en: {
      title: 'Front matter opened in another way',
      what: 'The first line must be “---” and nothing more, but it is “{found}”.',
      why: 'A line such as “---js” can ask for code to be run, so nothing of the kind is accepted.',
      remedy: 'Make the first line exactly ---.',
    },
  },
};
