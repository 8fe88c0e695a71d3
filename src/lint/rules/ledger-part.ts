import { sumOf } from '#domain/statistics-ledger.ts';
import type { Rule } from '../rule.ts';
import { listTallies } from '../tallies.ts';

export const ledgerPart: Rule = {
  code: 'STA011',
  severity: 'error',
  text: {
    ja: {
      title: '内訳が total より多くなっています',
      what: '{part} は {found} ですが、total は {total} です。',
      why: '内訳が合計を超えることはありません。どちらかの数が違っています。',
      remedy: '出典を確かめ、{part} か total を直してください。',
    },
    en: {
      title: 'Part that is larger than the total',
      what: '{part} is {found}, but the total says {total}.',
      why: 'No part can be larger than the whole, so one of the two numbers is wrong.',
      remedy: 'Look into the source, and correct {part} or total.',
    },
  },
  *check({ content }) {
    for (const { file, series, span, tally } of listTallies(content)) {
      const { total } = tally;
      // Where both parts are known, their sum is compared.
      if (total === undefined || sumOf(tally) !== undefined) continue;
      for (const part of ['software', 'website'] as const) {
        const found = tally[part];
        if (found !== undefined && found > total)
          yield { file, path: [series, span, part], params: { part, found, total } };
      }
    }
  },
};
