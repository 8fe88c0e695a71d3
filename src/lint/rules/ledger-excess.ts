import { type Quarter, quartersFrom } from '#domain/quarter.ts';
import { numberIn } from '#domain/statistics-ledger.ts';
import type { Rule } from '../rule.ts';
import { listCounts } from '../tallies.ts';

export const ledgerExcess: Rule = {
  code: 'STA012',
  severity: 'error',
  text: {
    ja: {
      title: '四半期の数が累計に収まりません',
      what: '{quarter} だけで {added} ですが、累計は {found} です⟦（{before} からの増加は {grew}）⟧。',
      why: '累計は、その四半期の数を含みます。どちらかの数が違っています。',
      remedy: '出典を確かめ、四半期の数か累計を直してください。',
    },
    en: {
      title: 'Quarter that does not fit into its cumulative number',
      what: '{quarter} alone has {added}; the cumulative number is {found}⟦, {grew} more than in {before}⟧.',
      why: 'A cumulative number holds that of its quarter, so one of the two is wrong.',
      remedy: 'Look into the source, and correct the number of the quarter or the cumulative one.',
    },
  },
  *check({ content }) {
    const latest = new Map<string, Known>();
    for (const { ledger, series, part } of listCounts(content)) {
      const { file, quarter, facts } = ledger;
      const added = numberIn(facts, series, 'quarter', part);
      const found = numberIn(facts, series, 'cumulative', part);
      if (found === undefined) continue;
      const before = latest.get(`${series} ${part}`);
      const params = added === undefined ? undefined : exceed(before, added, { quarter, found });
      if (params) yield { file, path: [series, 'quarter', part], params };
      latest.set(`${series} ${part}`, { quarter, found });
    }
  },
};

/** A cumulative number and its quarter. */
interface Known {
  quarter: Quarter;
  found: number;
}

/** What does not fit. Of quarters that follow each other, and of numbers that shrink, other rules tell. */
function exceed(before: Known | undefined, added: number, { quarter, found }: Known) {
  const grew = found - (before?.found ?? 0);
  if (added <= grew || grew < 0) return undefined;
  if (before === undefined) return { quarter, added, found };
  return quartersFrom(before.quarter, quarter) === 1
    ? undefined
    : { quarter, added, found, grew, before: before.quarter };
}
