import type { Rule } from '../rule.ts';

export const frontMatterClosing: Rule = {
  code: 'SRC007',
  severity: 'error',
  kinds: ['front-matter-closing'],
  text: {
    ja: {
      title: 'フロントマターの終わりが違います',
      what: 'フロントマターを閉じる行は「---」だけでなければなりませんが、「{found}」です。',
      why: '「----」などの行は、読む道具によって意味が変わります。',
      remedy: 'その行をちょうど --- にしてください。',
    },
    en: {
      title: 'Front matter closed in another way',
      what: 'The line that closes the front matter must be “---” and nothing more, but it is “{found}”.',
      why: 'Tools disagree about lines such as “----”.',
      remedy: 'Make the line exactly ---.',
    },
  },
};
