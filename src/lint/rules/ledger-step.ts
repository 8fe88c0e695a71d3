import { quartersFrom } from '#domain/quarter.ts';
import { type Ledger, type LedgerPart, type LedgerSeries, numberIn } from '#domain/statistics-ledger.ts';
import type { Rule } from '../rule.ts';
import { listCounts } from '../tallies.ts';

export const ledgerStep: Rule = {
  code: 'STA002',
  severity: 'error',
  text: {
    ja: {
      title: '累計が前の四半期と合いません',
      what: '{quarter} の累計 {found} は、{before} の累計 {earlier} と、この四半期の {added} から求めた {expected} と違います。',
      why: '累計は、前の累計にその四半期の数を加えたものです。合わないときは、どれかが違っています。',
      remedy:
        '二つの四半期の出典を確かめ、違う数を直してください。前の四半期の数が後から訂正されたときは、その台帳も直してください。',
    },
    en: {
      title: 'Cumulative number that does not follow',
      what: 'The cumulative number of {quarter} is {found}; {earlier} of {before} and {added} of this quarter make {expected}.',
      why: 'A cumulative number is the one before it and what the quarter added. Where they differ, one of the three is wrong.',
      remedy:
        'Look into the sources of both quarters and correct the wrong number. Where an earlier number was corrected later, correct its ledger too.',
    },
  },
  *check({ content }) {
    for (const { ledger, before, series, part } of listCounts(content)) {
      if (before === undefined || quartersFrom(before.quarter, ledger.quarter) !== 1) continue;
      const params = compareStep(before, ledger, series, part);
      if (params) yield { file: ledger.file, path: [series, 'cumulative', part], params };
    }
  },
};

/** What does not fit, where all three numbers are known. */
function compareStep(before: Ledger, { quarter, facts }: Ledger, series: LedgerSeries, part: LedgerPart) {
  const earlier = numberIn(before.facts, series, 'cumulative', part);
  const added = numberIn(facts, series, 'quarter', part);
  const found = numberIn(facts, series, 'cumulative', part);
  if (earlier === undefined || added === undefined || found === undefined) return undefined;
  const expected = earlier + added;
  return found === expected
    ? undefined
    : { quarter, before: before.quarter, earlier, added, found, expected };
}
