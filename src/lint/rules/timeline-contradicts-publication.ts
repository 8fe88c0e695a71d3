import { dayIn } from '#domain/dates.ts';
import type { Rule } from '../rule.ts';

export const timelineContradictsPublication: Rule = {
  code: 'ADV023',
  severity: 'error',
  text: {
    ja: {
      title: '経緯の公開日が公開日時と違います',
      what: '経緯では公開が {day} ですが、publishedAt は {published} です。',
      why: '同じ公開に二つの日付があると、どちらが正しいか分かりません。',
      remedy: 'timeline の日付か publishedAt を直してください。',
    },
    en: {
      title: 'Timeline contradicts the publication',
      what: 'The timeline says published on {day}, but publishedAt says {published}.',
      why: 'With two days for one publication nobody can tell which holds.',
      remedy: 'Correct the entry of timeline, or publishedAt.',
    },
  },
  isLocal: true,
  *check({ advisories, site }) {
    if (site === undefined) return;
    for (const { file, facts } of advisories) {
      const published = dayIn(facts.publishedAt, site.timezone);
      for (const [index, { on: day, event }] of facts.timeline.entries()) {
        if (event !== 'published' || day === published) continue;
        yield { file, path: ['timeline', index, 'on'], params: { day, published } };
      }
    }
  },
};
