import type { Rule } from '../rule.ts';

export const frontMatterTooLarge: Rule = {
  code: 'SRC008',
  severity: 'error',
  kinds: ['front-matter-too-large'],
  text: {
    ja: {
      title: 'フロントマターが大きすぎます',
      what: 'フロントマターは {bytes} バイトで、上限は {limit} バイトです。',
      why: '大きすぎるフロントマターは、読む道具を止めるために作られたものかもしれません。',
      remedy: '長い文は本文に移してください。',
    },
    en: {
      title: 'Front matter too large',
      what: 'The front matter has {bytes} bytes; {limit} are allowed.',
      why: 'Front matter beyond this size may have been made to exhaust the tools that read it.',
      remedy: 'Move long texts into the prose.',
    },
  },
};
