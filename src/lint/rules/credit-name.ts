import type { Rule } from '../rule.ts';

export const creditName: Rule = {
  code: 'ADV025',
  severity: 'error',
  kinds: ['credit-name'],
  text: {
    ja: {
      title: '謝辞の名前が矛盾しています',
      what: '名前と anonymous: true は、どちらか一方だけを書きます。',
      why: '匿名を望む人の名前が公開されたり、名前のない謝辞になったりします。',
      remedy: '匿名なら name を消し、そうでなければ anonymous を消して name を書いてください。',
    },
    en: {
      title: 'Credit with and without a name',
      what: 'A credit has either a name or anonymous: true, not both and not neither.',
      why: 'Somebody who wishes to stay anonymous could be named, or a credit could thank nobody.',
      remedy: 'Delete name for an anonymous person; otherwise delete anonymous and write the name.',
    },
  },
};
