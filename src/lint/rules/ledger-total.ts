import { sumOf } from '#domain/statistics-ledger.ts';
import type { Rule } from '../rule.ts';
import { listTallies } from '../tallies.ts';

export const ledgerTotal: Rule = {
  code: 'STA001',
  severity: 'error',
  text: {
    ja: {
      title: '内訳の合計が total と違います',
      what: 'ソフトウェア製品 {software} とウェブサイト {website} の合計は {sum} ですが、total は {total} です。',
      why: 'どちらかの数が違っています。違う数は公表できません。',
      remedy: '出典を確かめ、software、website、total のどれかを直してください。',
    },
    en: {
      title: 'Parts that do not sum to the total',
      what: 'Software {software} and websites {website} make {sum}, but the total says {total}.',
      why: 'One of the numbers is wrong, and a wrong number must not be published.',
      remedy: 'Look into the source, and correct software, website or total.',
    },
  },
  *check({ content }) {
    for (const { file, series, span, tally } of listTallies(content)) {
      const { software = '', website = '', total } = tally;
      const sum = sumOf(tally);
      if (total === undefined || sum === undefined || sum === total) continue;
      yield { file, path: [series, span, 'total'], params: { software, website, sum, total } };
    }
  },
};
