import { ledgersOf } from '#catalog/ledgers.ts';
import { countBusinessDays } from '#domain/business-days.ts';
import { lastDayOf } from '#domain/quarter.ts';
import { numberIn, reportsPerBusinessDay } from '#domain/statistics-ledger.ts';
import type { Rule } from '../rule.ts';

export const ledgerRate: Rule = {
  code: 'STA003',
  severity: 'error',
  text: {
    ja: {
      title: '1就業日あたりの件数が計算と合いません',
      what: 'perBusinessDay は {found} ですが、届出の累計 {received} を {since} から {until} までの就業日 {days} 日で割ると {expected} です。',
      why: '1就業日あたりの件数は、累計を就業日の数で割ったものです。土日、祝日、12月29日から1月3日は就業日に数えません。',
      remedy: '出典を確かめ、perBusinessDay か届出の累計を直してください。',
    },
    en: {
      title: 'Reports per business day that do not follow',
      what: 'perBusinessDay says {found}; {received} reports in {days} business days from {since} to {until} make {expected}.',
      why: 'The rate is the cumulative number of reports by business days: no weekends, no national holidays, not 29 December to 3 January.',
      remedy: 'Look into the source, and correct perBusinessDay or the cumulative number of reports.',
    },
  },
  *check({ content, site }) {
    if (site === undefined) return;
    const since = site.reportsSince;
    for (const { file, quarter, facts } of ledgersOf(content)) {
      const { perBusinessDay: found } = facts;
      const expected = reportsPerBusinessDay({ quarter, facts }, since)?.toFixed(2);
      if (found === undefined || expected === undefined || found === expected) continue;
      const until = lastDayOf(quarter);
      const days = Number(countBusinessDays(since, until));
      const received = numberIn(facts, 'received', 'cumulative', 'total') ?? '';
      yield { file, path: ['perBusinessDay'], params: { found, expected, received, since, until, days } };
    }
  },
};
