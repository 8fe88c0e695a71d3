import { ledgersOf } from '#catalog/ledgers.ts';
import type { Rule } from '../rule.ts';

export const ledgerPrevious: Rule = {
  code: 'STA007',
  severity: 'error',
  text: {
    ja: {
      title: 'previous の四半期の台帳がありません',
      what: 'previous の {previous} は、{quarter} のすぐ前の台帳ではありません⟦（すぐ前は {before}）⟧。',
      why: 'previous は、間の四半期をわざと省いたことを示す印です。違う四半期を指すと、抜けを見逃します。',
      remedy: 'previous を直すか、消してください。',
    },
    en: {
      title: 'previous names another ledger',
      what: 'previous says {previous}, which is not the ledger before {quarter}⟦; that is {before}⟧.',
      why: 'previous says that the quarters between were left out on purpose. Where it names another quarter, a missing one goes unseen.',
      remedy: 'Correct previous, or remove it.',
    },
  },
  *check({ content }) {
    const ledgers = ledgersOf(content);
    for (const [place, { file, quarter, facts }] of ledgers.entries()) {
      const before = ledgers[place - 1]?.quarter;
      if (facts.previous === undefined || facts.previous === before) continue;
      yield { file, path: ['previous'], params: { quarter, previous: facts.previous, before: before ?? '' } };
    }
  },
};
