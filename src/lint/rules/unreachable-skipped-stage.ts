import { reachedStages, UNREACHABLE_STAGES } from '#domain/unreachable.ts';
import type { Rule } from '../rule.ts';
import { dayPath, listEntries } from '../unreachable-entries.ts';

export const unreachableSkippedStage: Rule = {
  code: 'UNR004',
  severity: 'error',
  text: {
    ja: {
      title: '連絡不能開発者の段階が抜けています',
      what: '段階「{stage}」の前の段階「{missing}」がありません。',
      why: '開発者が名乗り出る機会を、どの段階でも設けるためです。',
      remedy: 'stages に {missing} を加えるか、{stage} を消してください。',
    },
    en: {
      title: 'Skipped stage of an unreachable developer',
      what: 'The stage “{missing}”, which comes before “{stage}”, is missing.',
      why: 'Every stage is another chance for the developer to get in touch.',
      remedy: 'Add {missing} to stages, or delete {stage}.',
    },
  },
  *check({ content }) {
    for (const { file, facts } of listEntries(content)) {
      const reached = reachedStages(facts.stages);
      const gap = reached.findIndex(({ stage }, place) => stage !== UNREACHABLE_STAGES[place]);
      const stage = reached[gap]?.stage;
      const missing = UNREACHABLE_STAGES[gap];
      if (stage !== undefined && missing !== undefined)
        yield { file, path: dayPath(stage), params: { stage, missing } };
    }
  },
};
