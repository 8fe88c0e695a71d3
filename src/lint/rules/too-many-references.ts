import type { Rule } from '../rule.ts';

export const tooManyReferences: Rule = {
  code: 'TXT033',
  severity: 'error',
  kinds: ['too-many-references'],
  text: {
    ja: {
      title: '参照リンクが多すぎます',
      what: '参照リンクが、本文の大きさに比べて多すぎます。',
      why: '小さな文が巨大なページになります。',
      remedy: '参照ではなく、普通のリンクで書いてください。',
    },
    en: {
      title: 'Too many reference links',
      what: 'There are too many reference links for the size of the prose.',
      why: 'A small text would become a huge page.',
      remedy: 'Write ordinary links instead of references.',
    },
  },
};
