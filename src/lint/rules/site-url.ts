import type { Rule } from '../rule.ts';

export const siteUrl: Rule = {
  code: 'SIT007',
  severity: 'error',
  kinds: ['site-url'],
  text: {
    ja: {
      title: 'サイトのアドレスにパスなどが付いています',
      what: 'サイトのアドレスに、パス、クエリ、ユーザ名のいずれかが付いています。',
      why: 'ページのアドレスはすべてホスト名の直後から始まるため、その部分は失われ、リンクが切れます。',
      remedy: 'https://example.jp のように、ホスト名までを書いてください。',
    },
    en: {
      title: 'Address of the site with more than its host',
      what: 'The address of the site has a path, a query or credentials.',
      why: 'Every page’s address starts right after the host, so that part would be lost and links would break.',
      remedy: 'Write it up to the host only, such as https://example.org.',
    },
  },
};
