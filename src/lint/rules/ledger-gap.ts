import { ledgersOf } from '#catalog/ledgers.ts';
import { quartersFrom } from '#domain/quarter.ts';
import type { Rule } from '../rule.ts';

export const ledgerGap: Rule = {
  code: 'STA006',
  severity: 'warning',
  text: {
    ja: {
      title: '四半期の台帳が抜けています',
      what: '{quarter} の前の台帳は {before} で、その間の {missing} 四半期の台帳がありません。',
      why: '抜けた四半期の数は「—」と表示されます。抜けに気付かないと、累計のつながりも確かめられません。',
      remedy: '間の四半期の台帳を加えてください。わざと省いたときは、previous: {before} と書いてください。',
    },
    en: {
      title: 'Missing ledgers',
      what: 'The ledger before {quarter} is {before}; those of the quarters between ({missing}) are missing.',
      why: 'Missing quarters are shown as “—”, and nothing checks that the cumulative numbers follow.',
      remedy:
        'Add the ledgers between, or write previous: {before} to say that they were left out on purpose.',
    },
  },
  *check({ content }) {
    const ledgers = ledgersOf(content);
    for (const [place, { file, quarter, facts }] of ledgers.entries()) {
      const before = ledgers[place - 1]?.quarter;
      if (before === undefined || facts.previous === before) continue;
      const missing = quartersFrom(before, quarter) - 1;
      if (missing > 0) yield { file, path: ['previous'], params: { quarter, before, missing } };
    }
  },
};
