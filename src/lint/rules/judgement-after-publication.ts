import { dayIn } from '#domain/dates.ts';
import type { Rule } from '../rule.ts';

export const judgementAfterPublication: Rule = {
  code: 'ADV031',
  severity: 'error',
  text: {
    ja: {
      title: '公表判定が公表より後です',
      what: '公表判定の日 {day} は、公開の日 {published} より後です。',
      why: '公表してよいかどうかは、公表の前に判定されます。',
      remedy: 'judgement の on を直してください。',
    },
    en: {
      title: 'Judgement after the publication',
      what: 'The judgement is dated {day}, after the publication on {published}.',
      why: 'Whether to publish is judged before it is done.',
      remedy: 'Correct judgement.on.',
    },
  },
  *check({ advisories, site }) {
    if (site === undefined) return;
    for (const { file, facts } of advisories) {
      const day = facts.judgement?.on;
      const published = dayIn(facts.publishedAt, site.timezone);
      if (day !== undefined && day > published)
        yield { file, path: ['judgement', 'on'], params: { day, published } };
    }
  },
};
