import type { Rule } from '../rule.ts';
import { listEntries, tellsWho } from '../unreachable-entries.ts';

export const unreachableNumberTells: Rule = {
  code: 'UNR011',
  severity: 'error',
  text: {
    ja: {
      title: '管理番号に開発者や製品の名前が入っています',
      what: '管理番号（number）の英字が、name か product の名前の一部になっています。',
      why: '管理番号は掲載を終えた後もページに残ります。そこに名前があると、消えません。',
      remedy: 'UR-2026-0001 のような、名前を含まない番号にしてください。',
    },
    en: {
      title: 'Number that tells who is meant',
      what: 'The letters of the number are part of the developer’s or the product’s name.',
      why: 'The number stays on the page when the entry has ended, and the name would stay with it.',
      remedy: 'Choose a number without a name, for example UR-2026-0001.',
    },
  },
  *check({ content }) {
    for (const { file, facts } of listEntries(content))
      if (tellsWho(facts, facts.number)) yield { file, path: ['number'] };
  },
};
