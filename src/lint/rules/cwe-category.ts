import { isCweCategory } from '#domain/cwe.ts';
import type { Rule } from '../rule.ts';

export const cweCategory: Rule = {
  code: 'ADV018',
  severity: 'warning',
  text: {
    ja: {
      title: 'CWE が脆弱性の種類ではなくカテゴリです',
      what: '{cwe} は CWE のカテゴリです。',
      why: 'カテゴリは種類をまとめる見出しで、MITRE は脆弱性への割り当てを認めていません。CSAF の文書でも CWE の項目には書けず、注記になります。',
      remedy: '原因を表す、より具体的な CWE を選んでください。過去の記録のとおりなら、このままで構いません。',
    },
    en: {
      title: 'CWE category instead of a weakness',
      what: '{cwe} is a category of the CWE list.',
      why: 'Categories only group weaknesses; MITRE asks not to map vulnerabilities to them. A CSAF document cannot hold one as its CWE and tells it in a note.',
      remedy: 'Choose the CWE of the weakness itself. Where an old record says so, leave it as it is.',
    },
  },
  isLocal: true,
  *check({ advisories }) {
    for (const { file, facts } of advisories) {
      for (const [number, vulnerability] of facts.vulnerabilities.entries()) {
        for (const [index, cwe] of vulnerability.cwe.entries()) {
          if (isCweCategory(cwe))
            yield { file, path: ['vulnerabilities', number, 'cwe', index], params: { cwe } };
        }
      }
    }
  },
};
