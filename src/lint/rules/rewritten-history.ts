import { compareInstants } from '#domain/dates.ts';
import type { Rule } from '../rule.ts';

export const rewrittenHistory: Rule = {
  code: 'REV002',
  severity: 'error',
  text: {
    ja: {
      title: '公開済みの更新履歴が書き換えられています',
      what: '公開済みの更新 {at} が、revisions の同じ位置にありません。',
      why: 'フィードの項目は更新の日時で見分けられます。履歴が変わると、古い項目が新着として再び届きます。',
      remedy: '消えた更新を元に戻し、新しい内容は最後に加えてください。',
    },
    en: {
      title: 'Rewritten history',
      what: 'The published revision of {at} no longer stands at its place in revisions.',
      why: 'Feeds tell their entries apart by it; when history changes, old entries arrive again as new ones.',
      remedy: 'Put the revision back, and add what is new at the end.',
    },
  },
  *check({ advisories, base, now }) {
    for (const { file, facts } of base === undefined ? [] : advisories) {
      const before = base?.get(file)?.facts;
      if (before === undefined || compareInstants(before.publishedAt, now) > 0) continue;
      const index = before.revisions.findIndex(({ at }, place) => !isSame(at, facts.revisions[place]?.at));
      const at = before.revisions[index]?.at;
      if (at !== undefined) yield { file, path: ['revisions', index], params: { at } };
    }
  },
};

function isSame(a: string, b: string | undefined): boolean {
  return b !== undefined && compareInstants(a, b) === 0;
}
