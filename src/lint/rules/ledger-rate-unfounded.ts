import { ledgersOf } from '#catalog/ledgers.ts';
import { countBusinessDays } from '#domain/business-days.ts';
import { lastDayOf } from '#domain/quarter.ts';
import { numberIn } from '#domain/statistics-ledger.ts';
import type { Rule } from '../rule.ts';

export const ledgerRateUnfounded: Rule = {
  code: 'STA010',
  severity: 'error',
  text: {
    ja: {
      title: '1就業日あたりの件数を計算し直せません',
      what: 'perBusinessDay の {found} を確かめられません。⟦{missing} の合計がありません。⟧⟦{day} の祝日が分かりません。⟧⟦届出の受付開始（{since}）から {until} までに、就業日がありません。⟧',
      why: '統計のどの数も、ここにある数から計算し直せなければなりません。',
      remedy: '届出の累計（received の cumulative）を書くか、perBusinessDay を消してください。',
    },
    en: {
      title: 'Reports per business day that cannot be recomputed',
      what: 'perBusinessDay says {found}, and nothing proves it.⟦ The total of {missing} is not there.⟧⟦ Whether {day} is a holiday is not known.⟧⟦ No business day lies between {since}, when reports began, and {until}.⟧',
      why: 'Every number of the statistics must follow from numbers that stand here.',
      remedy: 'Write the cumulative number of reports (received.cumulative), or remove perBusinessDay.',
    },
  },
  *check({ content, site }) {
    if (site === undefined) return;
    for (const { file, quarter, facts } of ledgersOf(content)) {
      const { perBusinessDay: found } = facts;
      if (found === undefined) continue;
      const [since, until] = [site.reportsSince, lastDayOf(quarter)];
      const days = countBusinessDays(since, until);
      const isTold = numberIn(facts, 'received', 'cumulative', 'total') !== undefined;
      if (isTold && typeof days === 'number' && days > 0) continue;
      const missing = isTold ? '' : 'received.cumulative';
      const day = typeof days === 'number' ? '' : days.day;
      const span = days === 0 ? { since, until } : { since: '', until: '' };
      yield { file, path: ['perBusinessDay'], params: { found, missing, day, ...span } };
    }
  },
};
