import { isRangeProblem, parseVersionRange } from '#domain/version-range.ts';
import type { Rule } from '../rule.ts';

export const unreadableRange: Rule = {
  code: 'ADV015',
  severity: 'error',
  text: {
    ja: {
      title: 'バージョンの範囲を読み取れません',
      what: 'バージョンの範囲「{range}」を読み取れません（{problem}⟦: {part}⟧）。⟦「{suggestion}」のことですか。⟧',
      why: '影響を受けるバージョンの文と「4.0.1 は含まれるか」の答えは、この範囲から作られます。',
      remedy:
        '">=1.2 <1.4"、"<=4.0"、"=2.0"、"*" のように書き、複数の範囲は別々の項目に分けてください。文で書くときは note を使います。',
    },
    en: {
      title: 'Version range that cannot be read',
      what: 'The version range “{range}” cannot be read ({problem}⟦: {part}⟧).⟦ Did you mean “{suggestion}”?⟧',
      why: 'The sentence about affected versions, and the answer to “does it include 4.0.1?”, are made from it.',
      remedy:
        'Write it like ">=1.2 <1.4", "<=4.0", "=2.0" or "*", one entry for each range. Words belong in note.',
    },
  },
  isLocal: true,
  *check({ advisories }) {
    for (const { file, facts } of advisories) {
      for (const [product, { ranges }] of facts.affected.entries()) {
        for (const [index, range] of ranges.entries()) {
          const parsed = parseVersionRange(range);
          if (!isRangeProblem(parsed)) continue;
          const { problem, text: part, suggestion = '' } = parsed;
          yield {
            file,
            path: ['affected', product, 'ranges', index],
            params: { range, problem, part, suggestion },
          };
        }
      }
    }
  },
};
