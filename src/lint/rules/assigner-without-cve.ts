import type { Rule } from '../rule.ts';

export const assignerWithoutCve: Rule = {
  code: 'FMT003',
  severity: 'warning',
  text: {
    ja: {
      title: '採番した CNA の名前だけがあり、CVE がありません',
      what: '「{assigner}」が採番したと書かれていますが、CVE の番号がありません。',
      why: '採番した CNA の名前は CVE の番号についての記載なので、番号がなければどこにも載りません。',
      remedy: 'cve に番号を書いてください。まだ採番されていなければ、assigner の行を消してください。',
    },
    en: {
      title: 'Name of a CNA without a CVE',
      what: '“{assigner}” is named as the one that assigned the CVE, but no CVE is given.',
      why: 'The name says who assigned an identifier; without one it is shown nowhere.',
      remedy: 'Write the identifier as cve, or remove the line assigner until there is one.',
    },
  },
  *check({ advisories }) {
    for (const { file, facts } of advisories) {
      for (const [number, { cve, assigner }] of facts.vulnerabilities.entries()) {
        if (assigner !== undefined && cve === undefined)
          yield { file, path: ['vulnerabilities', number, 'assigner'], params: { assigner } };
      }
    }
  },
};
