import { includesVersion, isRangeProblem, parseVersionRange } from '#domain/version-range.ts';
import type { Rule } from '../rule.ts';

export const fixedVersionInRange: Rule = {
  code: 'ADV016',
  severity: 'error',
  text: {
    ja: {
      title: '修正バージョンが影響を受ける範囲に入っています',
      what: '修正バージョン {version} は、影響を受ける範囲「{range}」に含まれています。',
      why: '同じバージョンが「影響を受ける」と「修正済み」の両方に見え、読者が更新先を決められません。',
      remedy:
        '範囲の上限を直すか、修正バージョンを直してください。系列ごとに修正があるときは範囲を分けます。',
    },
    en: {
      title: 'Fixed version inside an affected range',
      what: 'The fixed version {version} lies in the affected range “{range}”.',
      why: 'One version would be both affected and fixed, and readers could not tell where to update to.',
      remedy: 'Correct the end of the range or the fixed version; give each release series its own range.',
    },
  },
  isLocal: true,
  *check({ advisories }) {
    for (const { file, facts } of advisories) {
      for (const [product, { ranges, fixed }] of facts.affected.entries()) {
        for (const [index, version] of fixed.entries()) {
          const range = ranges.find((text) => includes(text, version));
          if (range === undefined) continue;
          yield { file, path: ['affected', product, 'fixed', index], params: { version, range } };
        }
      }
    }
  },
};

function includes(text: string, version: string): boolean {
  const range = parseVersionRange(text);
  return !isRangeProblem(range) && includesVersion(range, version);
}
