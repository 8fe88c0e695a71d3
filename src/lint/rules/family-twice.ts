import type { Rule } from '../rule.ts';

export const familyTwice: Rule = {
  code: 'SIT003',
  severity: 'error',
  kinds: ['family-twice'],
  text: {
    ja: {
      title: '二つの種別が同じパスか接頭辞を使っています',
      what: '種別の path と prefix は、それぞれ一度しか使えません（{reason}）。',
      why: '識別子やアドレスから種別を決められなくなります。',
      remedy: 'どちらかの種別の path または prefix を変えてください。',
    },
    en: {
      title: 'Two families of one path or prefix',
      what: 'Each path and each prefix can belong to one family only ({reason}).',
      why: 'Otherwise an identifier or an address does not tell its family.',
      remedy: 'Change the path or the prefix of one of the families.',
    },
  },
};
