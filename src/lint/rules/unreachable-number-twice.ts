import { toEntryAnchor } from '#domain/unreachable.ts';
import type { Rule } from '../rule.ts';
import { tellsWho } from '../unreachable-entries.ts';

export const unreachableNumberTwice: Rule = {
  code: 'UNR008',
  severity: 'error',
  text: {
    ja: {
      title: '連絡不能開発者の管理番号が重なっています',
      what: 'この管理番号は、別のファイル⟦（{other}）⟧でも使われています。',
      why: '番号は一つの掲載だけを指し、掲載が終わった後も使い回しません。',
      remedy: 'どちらかに、まだ使っていない番号を付けてください。',
    },
    en: {
      title: 'Number of an unreachable developer used twice',
      what: 'This number is also used in another file⟦, {other}⟧.',
      why: 'A number means one entry, also after that has ended.',
      remedy: 'Give one of the two a number that was never used.',
    },
  },
  *check({ content }) {
    const taken = new Map<string, string>();
    for (const { file, slug, facts } of content.unreachable) {
      if (facts === undefined) continue;
      // Numbers that differ in # and - only would have one place in the page.
      const key = toEntryAnchor(facts.number).toLowerCase();
      const other = taken.get(key);
      if (other === undefined) taken.set(key, tellsWho(facts, slug) ? '' : file);
      else yield { file, path: ['number'], params: { other } };
    }
  },
};
