import type { Rule } from '../rule.ts';

export const justificationWithoutStatus: Rule = {
  code: 'ADV028',
  severity: 'error',
  text: {
    ja: {
      title: '「該当製品なし」でないのに理由（justification）があります',
      what: '「{vendor}」の行には justification がありますが、「該当製品なし」の対応状況がありません。',
      why: 'VEX の justification は、影響を受けない理由を述べるものです。',
      remedy: 'status を not-affected にするか、justification を消してください。',
    },
    en: {
      title: 'Justification without “not affected”',
      what: 'The row of “{vendor}” has a justification, but no status of not-affected.',
      why: 'A VEX justification says why a product is not affected.',
      remedy: 'Set the status to not-affected, or delete the justification.',
    },
  },
  isLocal: true,
  *check({ advisories }) {
    for (const { file, facts } of advisories) {
      for (const [index, { vendor, status, cves = {}, justification }] of facts.vendors.entries()) {
        const statuses = [status, ...Object.values(cves)];
        if (justification === undefined || statuses.includes('not-affected')) continue;
        yield { file, path: ['vendors', index, 'justification'], at: 'key', params: { vendor } };
      }
    }
  },
};
