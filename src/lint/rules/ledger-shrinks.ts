import { numberIn } from '#domain/statistics-ledger.ts';
import type { Rule } from '../rule.ts';
import { listCounts } from '../tallies.ts';

export const ledgerShrinks: Rule = {
  code: 'STA005',
  severity: 'error',
  text: {
    ja: {
      title: '累計が前より少なくなっています',
      what: '{quarter} の累計 {found} は、{before} の累計 {earlier} より少なくなっています。',
      why: '累計は減りません。どちらかの数か、四半期が違っています。',
      remedy: '二つの四半期の出典を確かめ、違う数を直してください。',
    },
    en: {
      title: 'Cumulative number that shrinks',
      what: 'The cumulative number of {quarter}, {found}, is less than {earlier} of {before}.',
      why: 'Cumulative numbers never shrink, so one of them, or its quarter, is wrong.',
      remedy: 'Look into the sources of both quarters and correct the wrong number.',
    },
  },
  *check({ content }) {
    const latest = new Map<string, { before: string; earlier: number }>();
    for (const { ledger, series, part } of listCounts(content)) {
      const { file, quarter, facts } = ledger;
      const found = numberIn(facts, series, 'cumulative', part);
      if (found === undefined) continue;
      const known = latest.get(`${series} ${part}`);
      if (known !== undefined && found < known.earlier)
        yield { file, path: [series, 'cumulative', part], params: { quarter, found, ...known } };
      latest.set(`${series} ${part}`, { before: quarter, earlier: found });
    }
  },
};
