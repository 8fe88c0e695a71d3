import type { Rule } from '../rule.ts';

export const tooManyProblems: Rule = {
  code: 'TXT034',
  severity: 'error',
  kinds: ['too-many-problems'],
  text: {
    ja: {
      title: 'この本文には、ほかにも指摘があります',
      what: 'この本文の指摘は {limit} 件を超えたため、残りは省きました。',
      why: '残りの指摘は、はじめの指摘を直すと現れます。',
      remedy: 'はじめの指摘を直し、もう一度確かめてください。',
    },
    en: {
      title: 'More problems in this prose',
      what: 'There are more than {limit} problems in this prose; the others are not shown.',
      why: 'They appear when the first ones are mended.',
      remedy: 'Mend the first ones and check again.',
    },
  },
};
