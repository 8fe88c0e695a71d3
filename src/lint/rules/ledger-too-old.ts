import { lastDayOf } from '#domain/quarter.ts';
import type { Rule } from '../rule.ts';

export const ledgerTooOld: Rule = {
  code: 'STA014',
  severity: 'error',
  text: {
    ja: {
      title: '届出の受付が始まる前の四半期です',
      what: '{quarter} は {last} に終わりました。届出の受付は {since} に始まりました。',
      why: 'この四半期に届出はなく、累計も就業日も、受付の始まった日から数えます。',
      remedy: 'ファイルの名前の四半期を確かめてください。受付の始まった日は site.yaml の reportsSince です。',
    },
    en: {
      title: 'Quarter before reports were taken',
      what: '{quarter} ended on {last}; reports have been taken since {since}.',
      why: 'There was nothing to count yet: cumulative numbers and business days begin on that day.',
      remedy:
        'Check the quarter in the name of the file. The day on which it began is reportsSince of site.yaml.',
    },
  },
  *check({ content, site }) {
    if (site === undefined) return;
    const since = site.reportsSince;
    for (const { file, quarter } of content.statistics) {
      const last = lastDayOf(quarter);
      if (last < since) yield { file, params: { quarter, last, since } };
    }
  },
};
