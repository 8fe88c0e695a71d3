import type { Rule } from '../rule.ts';

export const familyPathReserved: Rule = {
  code: 'SIT002',
  severity: 'error',
  kinds: ['family-path-reserved'],
  text: {
    ja: {
      title: '種別のアドレスがサイト自身のものと重なります',
      what: 'このパスは、サイト自身のページが使います。',
      why: '種別のページとサイトのページが、互いに上書きします。',
      remedy: '種別の path を別の名前にしてください。',
    },
    en: {
      title: 'Family at an address of the site itself',
      what: 'This path is used by pages of the site itself.',
      why: 'The pages of the family and those of the site would overwrite each other.',
      remedy: 'Give the family another path.',
    },
  },
};
