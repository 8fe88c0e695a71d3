import type { Rule } from '../rule.ts';

export const fileTooLarge: Rule = {
  code: 'SRC002',
  severity: 'error',
  kinds: ['file-too-large'],
  text: {
    ja: {
      title: 'ファイルが大きすぎます',
      what: 'ファイルは {bytes} バイトで、上限は {limit} バイトです。',
      why: '大きすぎるファイルは読まれません。人が書くファイルがこの大きさになることはまずありません。',
      remedy: '内容を分けるか、誤って貼り付けた部分を消してください。',
    },
    en: {
      title: 'File too large',
      what: 'The file has {bytes} bytes; {limit} are allowed.',
      why: 'A larger file is not read at all; nothing that people write by hand comes near this size.',
      remedy: 'Divide the content, or delete what was pasted by mistake.',
    },
  },
};
