import { isCvssProblem, parseCvss } from '#domain/cvss.ts';
import type { Rule } from '../rule.ts';

export const wrongCvssVector: Rule = {
  code: 'ADV017',
  severity: 'error',
  text: {
    ja: {
      title: 'CVSS のベクタが正しくありません',
      what: 'CVSS のベクタ「{vector}」が正しくありません（{problem}⟦: {part}⟧）。',
      why: '点数と深刻度はベクタから計算されます。',
      remedy: '"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" のように、基本評価基準をすべて書いてください。',
    },
    en: {
      title: 'Wrong CVSS vector',
      what: 'The CVSS vector “{vector}” is not valid ({problem}⟦: {part}⟧).',
      why: 'Scores and severities are computed from vectors.',
      remedy: 'Write all base metrics, as in "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H".',
    },
  },
  isLocal: true,
  *check({ advisories }) {
    const good = new Set<string>();
    for (const { file, facts } of advisories) {
      for (const [number, { cvss }] of facts.vulnerabilities.entries()) {
        for (const [index, vector] of cvss.entries()) {
          // Few vectors are ever used, and most of them again and again.
          const parsed = good.has(vector) ? undefined : parseCvss(vector);
          if (parsed === undefined || !isCvssProblem(parsed)) {
            good.add(vector);
            continue;
          }
          const { problem, part } = parsed;
          yield { file, path: ['vulnerabilities', number, 'cvss', index], params: { vector, problem, part } };
        }
      }
    }
  },
};
