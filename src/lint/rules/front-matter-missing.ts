import type { Rule } from '../rule.ts';

export const frontMatterMissing: Rule = {
  code: 'SRC004',
  severity: 'error',
  kinds: ['front-matter-missing'],
  text: {
    ja: {
      title: 'フロントマターがありません',
      what: 'ファイルの 1 行目が「---」ではなく「{found}」です。',
      why: '事実（識別子、日付、製品など）はすべてフロントマターから読まれます。',
      remedy: '1 行目をちょうど --- にしてください。その前に空行や文字を置きません。',
    },
    en: {
      title: 'No front matter',
      what: 'The first line of the file is not “---” but “{found}”.',
      why: 'All facts (identifier, dates, products …) are read from the front matter.',
      remedy: 'Make the first line exactly ---, with nothing before it, not even a blank line.',
    },
  },
};
