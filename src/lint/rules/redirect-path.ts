import type { Rule } from '../rule.ts';

export const redirectPath: Rule = {
  code: 'RDR004',
  severity: 'error',
  kinds: ['redirect-path'],
  text: {
    ja: {
      title: '転送のアドレスに .. は使えません',
      what: 'サイト内のアドレスに「..」は使えません。',
      why: '「..」をたどると、サイトの外のファイルに書き込むことになりかねません。',
      remedy: '/ から始まる、まっすぐなアドレスを書いてください。',
    },
    en: {
      title: 'Redirect that climbs upwards',
      what: 'An address of the site cannot contain “..”.',
      why: 'It could lead to a file outside the site.',
      remedy: 'Write the address straight from the first /.',
    },
  },
};
