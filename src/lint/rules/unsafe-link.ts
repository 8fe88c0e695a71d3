import type { Rule } from '../rule.ts';

export const unsafeLink: Rule = {
  code: 'TXT021',
  severity: 'error',
  kinds: ['unsafe-link'],
  text: {
    ja: {
      title: '安全でないリンクです',
      what: 'リンク「{url}」は使えません（{reason}）。',
      why: 'javascript: などのリンクは、読者のブラウザでプログラムを動かせます。',
      remedy: 'https:、http:、mailto: のアドレスか、/ で始まるサイト内のアドレスにしてください。',
    },
    en: {
      title: 'Unsafe link',
      what: 'The link “{url}” cannot be used ({reason}).',
      why: 'Links such as javascript: run code in the reader’s browser.',
      remedy: 'Use an https:, http: or mailto: address, or an address of this site that begins with /.',
    },
  },
};
