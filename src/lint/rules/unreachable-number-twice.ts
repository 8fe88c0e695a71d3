import { toEntryAnchor } from '#domain/unreachable.ts';
import type { Rule } from '../rule.ts';

export const unreachableNumberTwice: Rule = {
  code: 'UNR008',
  severity: 'error',
  text: {
    ja: {
      title: '連絡不能開発者の管理番号が重なっています',
      what: 'この管理番号は、別のファイルでも使われています。',
      why: '番号は一つの掲載だけを指し、掲載が終わった後も使い回しません。',
      remedy: 'どちらかに、まだ使っていない番号を付けてください。',
    },
    en: {
      title: 'Number of an unreachable developer used twice',
      what: 'This number is also used in another file.',
      why: 'A number means one entry, also after that has ended.',
      remedy: 'Give one of the two a number that was never used.',
    },
  },
  *check({ content }) {
    const taken = new Set<string>();
    for (const { file, facts } of content.unreachable) {
      if (facts === undefined) continue;
      // Numbers that differ in # and - only would have one place in the page.
      const place = toEntryAnchor(facts.number);
      // The other file is not named: its name may be what nobody must read.
      if (taken.has(place)) yield { file, path: ['number'] };
      taken.add(place);
    }
  },
};
