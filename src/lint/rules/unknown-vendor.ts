import { nearest } from '#domain/nearest.ts';
import type { Rule } from '../rule.ts';

export const unknownVendor: Rule = {
  code: 'ADV010',
  severity: 'error',
  text: {
    ja: {
      title: '知らないベンダです',
      what: 'ベンダ「{vendor}」のファイル vendors/{vendor}.yaml がありません。⟦「{nearest}」のことですか。⟧',
      why: 'ベンダの名前と一覧のページは、そのファイルから作られます。',
      remedy: '名前を直すか、vendors/{vendor}.yaml を作ってください。',
    },
    en: {
      title: 'Unknown vendor',
      what: 'There is no file vendors/{vendor}.yaml for the vendor “{vendor}”.⟦ Did you mean “{nearest}”?⟧',
      why: 'The vendor’s name and its page are made from that file.',
      remedy: 'Correct the name, or add vendors/{vendor}.yaml.',
    },
  },
  *check({ advisories, vendors }) {
    const known = [...vendors.keys()];
    for (const { file, facts } of advisories) {
      for (const list of ['affected', 'vendors'] as const) {
        for (const [index, { vendor }] of facts[list].entries()) {
          if (vendors.has(vendor)) continue;
          const params = { vendor, nearest: nearest(vendor, known) ?? '' };
          yield { file, path: [list, index, 'vendor'], params };
        }
      }
    }
  },
};
