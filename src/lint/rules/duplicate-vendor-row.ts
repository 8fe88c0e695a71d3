import type { Rule } from '../rule.ts';

export const duplicateVendorRow: Rule = {
  code: 'ADV013',
  severity: 'error',
  text: {
    ja: {
      title: '同じベンダの行が二つあります',
      what: 'ベンダ「{vendor}」の行が vendors に二つあります。',
      why: '一つのベンダに二つの対応状況があると、どちらが正しいか分かりません。',
      remedy: '一つの行にまとめてください。脆弱性ごとに違うときは cves に書きます。',
    },
    en: {
      title: 'Vendor with two rows',
      what: 'The vendor “{vendor}” has two rows in vendors.',
      why: 'With two statuses for one vendor nobody can tell which holds.',
      remedy: 'Merge the rows into one. Where vulnerabilities differ, use its cves.',
    },
  },
  isLocal: true,
  *check({ advisories }) {
    for (const { file, facts } of advisories) {
      const seen = new Set<string>();
      for (const [index, { vendor }] of facts.vendors.entries()) {
        if (seen.has(vendor)) yield { file, path: ['vendors', index, 'vendor'], params: { vendor } };
        seen.add(vendor);
      }
    }
  },
};
