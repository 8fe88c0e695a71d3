import { nearest } from '#domain/nearest.ts';
import type { Rule } from '../rule.ts';

export const wordsOfAbsentVendor: Rule = {
  code: 'TRN005',
  severity: 'error',
  text: {
    ja: {
      title: '原文にないベンダの文の翻訳です',
      what: '原文の vendors に「{vendor}」の行がありません。⟦「{nearest}」のことですか。⟧',
      why: '翻訳した文を載せる場所がなく、どのページにも現れません。',
      remedy: 'ベンダの名前を直すか、この文を消してください。',
    },
    en: {
      title: 'Translated words of a vendor without a row',
      what: 'The original has no row for “{vendor}” in vendors.⟦ Did you mean “{nearest}”?⟧',
      why: 'There is no place for the translated words, so they appear on no page.',
      remedy: 'Correct the vendor, or delete the words.',
    },
  },
  *check({ translations, advisoryBySlug }) {
    for (const { file, slug, words } of translations) {
      const facts = advisoryBySlug.get(slug)?.facts;
      if (facts === undefined) continue;
      const rows = facts.vendors.map(({ vendor }) => vendor);
      for (const part of ['statements', 'addenda'] as const) {
        for (const vendor of Object.keys(words[part])) {
          if (rows.includes(vendor)) continue;
          yield {
            file,
            path: [part, vendor],
            at: 'key',
            params: { vendor, nearest: nearest(vendor, rows) ?? '' },
          };
        }
      }
    }
  },
};
