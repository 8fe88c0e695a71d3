import type { Rule } from '../rule.ts';

export const duplicateSection: Rule = {
  code: 'TXT027',
  severity: 'error',
  kinds: ['duplicate-section'],
  text: {
    ja: {
      title: '同じ節が二つあります',
      what: '節「{heading}」が二度あります。',
      why: '節へのリンクは、そのうち一つにしか届きません。',
      remedy: '一つの節にまとめてください。',
    },
    en: {
      title: 'Section written twice',
      what: 'The section “{heading}” stands here for the second time.',
      why: 'Links to the section reach only one of them.',
      remedy: 'Merge the two.',
    },
  },
};
