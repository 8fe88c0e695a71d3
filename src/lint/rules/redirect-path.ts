import type { Rule } from '../rule.ts';

export const redirectPath: Rule = {
  code: 'RDR004',
  severity: 'error',
  kinds: ['redirect-path'],
  text: {
    ja: {
      title: '転送のアドレスがまっすぐではありません',
      what: 'サイト内のアドレスには、「..」、空の部分、% で隠した記号は使えません。',
      why: 'そのようなアドレスは、サイトの外のファイルや、どこにも作れないファイルを指しかねません。',
      remedy: '/ から始まる、まっすぐなアドレスを書いてください。',
    },
    en: {
      title: 'Redirect address that does not lead straight down',
      what: 'An address of the site has no “..”, no empty part, and nothing hidden behind a %.',
      why: 'It could lead to a file outside the site, or to one that cannot exist.',
      remedy: 'Write the address straight from the first /.',
    },
  },
};
