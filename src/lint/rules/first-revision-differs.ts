import { compareInstants } from '#domain/dates.ts';
import type { Rule } from '../rule.ts';

export const firstRevisionDiffers: Rule = {
  code: 'ADV006',
  severity: 'error',
  text: {
    ja: {
      title: '最初の更新履歴が公開日時と違います',
      what: '最初の更新履歴は {at} ですが、公開日時は {publishedAt} です。',
      why: '更新履歴の最初の項目は公開そのものを表し、フィードはこの日時で新着を知らせます。',
      remedy: 'revisions の最初の at を publishedAt と同じ日時にしてください。',
    },
    en: {
      title: 'First revision is not the publication',
      what: 'The first revision is dated {at}, but the advisory is published at {publishedAt}.',
      why: 'The first revision is the publication itself; feeds announce the advisory by it.',
      remedy: 'Give the first entry of revisions the same moment as publishedAt.',
    },
  },
  isLocal: true,
  *check({ advisories }) {
    for (const { file, facts } of advisories) {
      const at = facts.revisions[0]?.at ?? facts.publishedAt;
      if (compareInstants(at, facts.publishedAt) === 0) continue;
      yield { file, path: ['revisions', 0, 'at'], params: { at, publishedAt: facts.publishedAt } };
    }
  },
};
