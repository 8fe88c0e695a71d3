import type { Rule } from '../rule.ts';

export const affectedVendorWithoutRow: Rule = {
  code: 'ADV014',
  severity: 'warning',
  text: {
    ja: {
      title: '製品のベンダがベンダ情報にありません',
      what: '影響を受ける製品のベンダ「{vendor}」の行が vendors にありません。',
      why: '読者は自分の使う製品のベンダがどう答えたかを、ベンダ情報の表で確かめます。',
      remedy: 'vendors に「{vendor}」の行を加えてください。',
    },
    en: {
      title: 'Affected vendor without a row',
      what: 'A product of “{vendor}” is affected, but vendors has no row for it.',
      why: 'Readers look up in the vendor table how the maker of their product has responded.',
      remedy: 'Add a row for “{vendor}” to vendors.',
    },
  },
  isLocal: true,
  *check({ advisories }) {
    for (const { file, facts } of advisories) {
      const rows = new Set(facts.vendors.map(({ vendor }) => vendor));
      for (const [index, { vendor }] of facts.affected.entries()) {
        if (rows.has(vendor)) continue;
        rows.add(vendor);
        yield { file, path: ['affected', index, 'vendor'], params: { vendor } };
      }
    }
  },
};
