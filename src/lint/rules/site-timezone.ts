import type { Rule } from '../rule.ts';

export const siteTimezone: Rule = {
  code: 'SIT005',
  severity: 'error',
  kinds: ['site-timezone'],
  text: {
    ja: {
      title: '知らないタイムゾーンです',
      what: 'このタイムゾーンはありません。',
      why: '公開日と年は、このタイムゾーンで数えます。',
      remedy: 'Asia/Tokyo や UTC のような IANA の名前を書いてください。',
    },
    en: {
      title: 'Unknown time zone',
      what: 'There is no such time zone.',
      why: 'Days and years of publication are counted in it.',
      remedy: 'Write an IANA name such as Asia/Tokyo or UTC.',
    },
  },
};
