import type { Rule } from '../rule.ts';

export const timelineOutOfOrder: Rule = {
  code: 'ADV022',
  severity: 'error',
  text: {
    ja: {
      title: '経緯の順序が違います',
      what: '経緯の {day} は、一つ前の {before} より前です。',
      why: '経緯は古い順に読むものです。日付の誤りもここで見つかります。',
      remedy: 'timeline を古い順に並べるか、日付を直してください。',
    },
    en: {
      title: 'Timeline out of order',
      what: 'The timeline entry of {day} stands after one of {before}.',
      why: 'A timeline is read from the oldest event on; a mistyped date shows here as well.',
      remedy: 'Put timeline in order, oldest first, or correct the date.',
    },
  },
  isLocal: true,
  *check({ advisories }) {
    for (const { file, facts } of advisories) {
      for (const [index, { on: day }] of facts.timeline.entries()) {
        const before = facts.timeline[index - 1]?.on ?? day;
        if (day < before) yield { file, path: ['timeline', index, 'on'], params: { day, before } };
      }
    }
  },
};
