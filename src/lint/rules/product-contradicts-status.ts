import type { Rule } from '../rule.ts';

export const productContradictsStatus: Rule = {
  code: 'ADV024',
  severity: 'error',
  text: {
    ja: {
      title: '影響を受ける製品と「該当製品なし」が矛盾します',
      what: '「{vendor}」の製品が affected にありますが、対応状況は「該当製品なし」です。',
      why: '読者は自分の製品が影響を受けるかどうかを判断できません。',
      remedy:
        '対応状況か affected のどちらかを直してください。修正済みでも、影響を受けた製品があれば affected です。',
    },
    en: {
      title: 'Affected product of a vendor that is not affected',
      what: 'A product of “{vendor}” stands in affected, but its status is not-affected.',
      why: 'Readers cannot tell whether their product is affected.',
      remedy:
        'Correct the status or the product. A vendor whose products were ever affected stays affected after the fix.',
    },
  },
  isLocal: true,
  *check({ advisories }) {
    for (const { file, facts } of advisories) {
      const makers = new Set(facts.affected.map(({ vendor }) => vendor));
      for (const [index, { vendor, status }] of facts.vendors.entries()) {
        if (status !== 'not-affected' || !makers.has(vendor)) continue;
        yield { file, path: ['vendors', index, 'status'], params: { vendor } };
      }
    }
  },
};
