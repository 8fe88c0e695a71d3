import type { Rule } from '../rule.ts';

export const headingLevel: Rule = {
  code: 'TXT029',
  severity: 'error',
  kinds: ['heading-level'],
  text: {
    ja: {
      title: '見出しの段が違います',
      what: 'ここでは {level} 段目の見出しは使えません。',
      why: 'ページの題は title から作られ、見出しの段が飛ぶと読み上げで迷います。',
      remedy: '節は ##、その中の小見出しは ### で書いてください。',
    },
    en: {
      title: 'Heading of another level',
      what: 'A heading of level {level} cannot stand here.',
      why: 'The title of the page comes from title; wrong levels mislead readers who have the page read aloud.',
      remedy: 'Write sections with ## and headings inside them with ###.',
    },
  },
};
