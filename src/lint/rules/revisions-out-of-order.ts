import { compareInstants } from '#domain/dates.ts';
import type { Rule } from '../rule.ts';

export const revisionsOutOfOrder: Rule = {
  code: 'ADV007',
  severity: 'error',
  text: {
    ja: {
      title: '更新履歴の順序が違います',
      what: '更新履歴 {at} は、一つ前の {before} より後ではありません。',
      why: '更新履歴は古い順に並べます。順序が違うと、どれが最新の内容か分かりません。',
      remedy: 'revisions を古い順に並べ、日時を一つずつ新しくしてください。',
    },
    en: {
      title: 'Revisions out of order',
      what: 'The revision of {at} is not later than the one before it, {before}.',
      why: 'Revisions stand oldest first; otherwise nobody can tell which state is the newest.',
      remedy: 'Put the revisions in order, oldest first, each later than the one before.',
    },
  },
  isLocal: true,
  *check({ advisories }) {
    for (const { file, facts } of advisories) {
      for (const [index, { at }] of facts.revisions.entries()) {
        const before = facts.revisions[index - 1]?.at;
        if (before === undefined || compareInstants(at, before) > 0) continue;
        yield { file, path: ['revisions', index, 'at'], params: { at, before } };
      }
    }
  },
};
