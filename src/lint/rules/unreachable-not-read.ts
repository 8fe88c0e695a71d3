import type { Rule } from '../rule.ts';

export const unreachableNotRead: Rule = {
  code: 'UNR009',
  severity: 'warning',
  kinds: ['unreachable-not-read'],
  text: {
    ja: {
      title: '読まれていない連絡不能開発者があります',
      what: 'UNREACHABLE_DIR が指定されているので、コンテンツの unreachable/ は読まれていません。',
      why: '二つの場所があると、片方の掲載がページにないことに気づけません。',
      remedy:
        'コンテンツの unreachable/ を UNREACHABLE_DIR に移すか、UNREACHABLE_DIR の指定をやめてください。',
    },
    en: {
      title: 'Entries of unreachable developers that are not read',
      what: 'UNREACHABLE_DIR is set, so unreachable/ of the content directory is not read.',
      why: 'With two places, nobody notices that the entries of one are missing from the page.',
      remedy: 'Move unreachable/ of the content into UNREACHABLE_DIR, or do not set that variable.',
    },
  },
};
