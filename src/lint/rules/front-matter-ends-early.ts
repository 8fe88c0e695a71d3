import type { Rule } from '../rule.ts';

export const frontMatterEndsEarly: Rule = {
  code: 'SRC009',
  severity: 'error',
  kinds: ['front-matter-ends-early'],
  text: {
    ja: {
      title: 'フロントマターが途中で終わっています',
      what: 'この行の「---」でフロントマターが終わりますが、その後にもデータらしい行が続きます（{nextLine} 行目まで）。',
      why: '行頭の --- は、値の途中にあってもフロントマターを閉じます。残りは本文として公開されます。',
      remedy: '値の中の --- を字下げするか、別の書き方にしてください。',
    },
    en: {
      title: 'Front matter that ends early',
      what: 'This “---” ends the front matter, but what follows up to line {nextLine} looks like data.',
      why: 'A --- at the start of a line closes the front matter even within a value; the rest would be published as prose.',
      remedy: 'Indent the --- inside the value, or write it in another way.',
    },
  },
};
