import type { Rule } from '../rule.ts';

export const textBeforeSections: Rule = {
  code: 'TXT028',
  severity: 'error',
  kinds: ['text-before-sections'],
  text: {
    ja: {
      title: '最初の見出しの前に文があります',
      what: '最初の見出しの前に文があります。',
      why: 'どの節にも属さない文は、ほかの形式には現れません。',
      remedy: '「## 概要」などの見出しの下に移してください。',
    },
    en: {
      title: 'Text before the first section',
      what: 'There is text before the first heading.',
      why: 'Text that belongs to no section is missing from other formats.',
      remedy: 'Move it below a heading such as “## Overview”.',
    },
  },
};
