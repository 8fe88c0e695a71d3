import type { Day } from '#domain/dates.ts';
import { reachedStages, type UnreachableFacts } from '#domain/unreachable.ts';
import type { Rule, Spot } from '../rule.ts';
import { dayPath } from '../unreachable-entries.ts';

type Path = NonNullable<Spot['path']>;

export const unreachableOrder: Rule = {
  code: 'UNR003',
  severity: 'error',
  text: {
    ja: {
      title: '連絡不能開発者の段階の日付が前後しています',
      what: '段階「{stage}」の日 {day} は、前の段階「{earlier}」の日 {before} より前です。',
      why: '段階は、開発者名、製品、委員会、公表の順に進み、回答があれば終わります。',
      remedy: 'どちらかの日付を直してください。',
    },
    en: {
      title: 'Stages of an unreachable developer out of order',
      what: 'The stage “{stage}” is dated {day}, before the earlier stage “{earlier}”, {before}.',
      why: 'An entry goes from the name to the product, to the committee and to the publication, and ends with an answer.',
      remedy: 'Correct one of the two days.',
    },
  },
  *check({ content }) {
    for (const { file, facts } of content.unreachable) {
      const steps = facts === undefined ? [] : stepsOf(facts);
      for (const [place, { stage, on: day, path }] of steps.entries()) {
        const earlier = steps[place - 1];
        if (earlier === undefined || earlier.on <= day) continue;
        yield { file, path, params: { stage, day, earlier: earlier.stage, before: earlier.on } };
      }
    }
  },
};

function stepsOf({ stages, answeredOn }: UnreachableFacts): { stage: string; on: Day; path: Path }[] {
  const reached = stages === undefined ? [] : reachedStages(stages);
  return [
    ...reached.map(({ stage, on }) => ({ stage, on, path: dayPath(stage) })),
    ...(answeredOn === undefined ? [] : [{ stage: 'answeredOn', on: answeredOn, path: ['answeredOn'] }]),
  ];
}
