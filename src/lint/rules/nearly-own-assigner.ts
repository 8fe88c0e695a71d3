import type { Rule } from '../rule.ts';

export const nearlyOwnAssigner: Rule = {
  code: 'FMT004',
  severity: 'warning',
  text: {
    ja: {
      title: 'CNA の名前の大文字と小文字が違います',
      what: '「{assigner}」は、site.yaml の CNA の名前「{own}」と、大文字と小文字だけが違います。',
      why: '別の CNA とみなされるため、CVE レコードが作られません。',
      remedy: '「{own}」と書いてください。',
    },
    en: {
      title: 'Name of the CNA in another case',
      what: '“{assigner}” differs from the name of the site’s CNA in site.yaml, “{own}”, in upper and lower case only.',
      why: 'It is taken for another CNA, so no CVE record is made.',
      remedy: 'Write “{own}”.',
    },
  },
  *check({ advisories, site }) {
    const own = site?.cna?.shortName;
    if (own === undefined) return;
    for (const { file, facts } of advisories) {
      for (const [number, { assigner }] of facts.vulnerabilities.entries()) {
        const isNearly = assigner !== own && assigner?.toLowerCase() === own.toLowerCase();
        if (isNearly)
          yield { file, path: ['vulnerabilities', number, 'assigner'], params: { assigner, own } };
      }
    }
  },
};
