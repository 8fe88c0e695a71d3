import type { Rule } from '../rule.ts';

export const duplicateCve: Rule = {
  code: 'ADV012',
  severity: 'error',
  text: {
    ja: {
      title: '同じ CVE が二度書かれています',
      what: '{cve} は vulnerabilities に二度あります。',
      why: '一つの脆弱性に二つの説明や点数があると、どちらが正しいか分かりません。',
      remedy: '一つにまとめるか、番号を直してください。',
    },
    en: {
      title: 'CVE listed twice',
      what: '{cve} stands in vulnerabilities twice.',
      why: 'With two entries for one vulnerability nobody can tell which weaknesses and scores hold.',
      remedy: 'Merge the two entries, or correct the number of one.',
    },
  },
  isLocal: true,
  *check({ advisories }) {
    for (const { file, facts } of advisories) {
      const seen = new Set<string>();
      for (const [index, { cve }] of facts.vulnerabilities.entries()) {
        if (cve === undefined) continue;
        if (seen.has(cve)) yield { file, path: ['vulnerabilities', index, 'cve'], params: { cve } };
        seen.add(cve);
      }
    }
  },
};
