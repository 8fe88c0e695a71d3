import type { Rule } from '../rule.ts';

export const frontMatterUnclosed: Rule = {
  code: 'SRC006',
  severity: 'error',
  kinds: ['front-matter-unclosed'],
  text: {
    ja: {
      title: 'フロントマターが閉じていません',
      what: 'フロントマターを閉じる「---」の行がありません。',
      why: 'どこからが本文なのか分かりません。',
      remedy: 'フロントマターの次の行に --- を書いてください。',
    },
    en: {
      title: 'Front matter without an end',
      what: 'There is no line “---” that closes the front matter.',
      why: 'Nobody can tell where the prose begins.',
      remedy: 'Write --- on a line of its own behind the front matter.',
    },
  },
};
