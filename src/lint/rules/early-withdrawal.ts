import { compareInstants } from '#domain/dates.ts';
import type { Rule } from '../rule.ts';

export const earlyWithdrawal: Rule = {
  code: 'ADV008',
  severity: 'error',
  text: {
    ja: {
      title: '撤回の日時が公開や更新より前です',
      what: '撤回の日時 {at} は、最後の更新 {latest} より前です。',
      why: '公開も更新も、撤回の前に行われたはずです。',
      remedy: 'withdrawal の at を、最後の更新以後の日時に直してください。',
    },
    en: {
      title: 'Withdrawn before it was published',
      what: 'The withdrawal of {at} lies before the latest revision, {latest}.',
      why: 'What is withdrawn was published and revised before.',
      remedy: 'Give withdrawal an at that is not before the latest revision.',
    },
  },
  *check({ advisories }) {
    for (const { file, facts } of advisories) {
      if (facts.withdrawal === undefined) continue;
      const { at } = facts.withdrawal;
      const latest = facts.revisions
        .map((revision) => revision.at)
        .toSorted(compareInstants)
        .at(-1);
      if (latest === undefined || compareInstants(at, latest) >= 0) continue;
      yield { file, path: ['withdrawal', 'at'], params: { at, latest } };
    }
  },
};
