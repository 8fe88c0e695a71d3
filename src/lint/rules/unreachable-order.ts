import { reachedStages } from '#domain/unreachable.ts';
import type { Rule } from '../rule.ts';
import { dayPath, listEntries } from '../unreachable-entries.ts';

export const unreachableOrder: Rule = {
  code: 'UNR003',
  severity: 'error',
  text: {
    ja: {
      title: '連絡不能開発者の段階の日付が前後しています',
      what: '段階「{stage}」の日 {day} は、前の段階「{earlier}」の日 {before} より前です。',
      why: '段階は、開発者名、製品、委員会、公表の順に進みます。',
      remedy: 'どちらかの日付を直してください。',
    },
    en: {
      title: 'Stages of an unreachable developer out of order',
      what: 'The stage “{stage}” is dated {day}, before the earlier stage “{earlier}”, {before}.',
      why: 'An entry goes from the name to the product, to the committee and to the publication.',
      remedy: 'Correct one of the two days.',
    },
  },
  *check({ content }) {
    for (const { file, facts } of listEntries(content)) {
      const reached = reachedStages(facts.stages);
      for (const [place, { stage, on: day }] of reached.entries()) {
        const earlier = reached[place - 1];
        if (earlier === undefined || earlier.on <= day) continue;
        const params = { stage, day, earlier: earlier.stage, before: earlier.on };
        yield { file, path: dayPath(stage), params };
      }
    }
  },
};
