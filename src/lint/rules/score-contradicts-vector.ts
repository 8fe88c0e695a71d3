import type { AdvisoryFacts } from '#domain/advisory.ts';
import { isCvssProblem, parseCvss } from '#domain/cvss.ts';
import { proseMayHold } from '../may-hold.ts';
import type { Rule } from '../rule.ts';

/**
 * A score written out: “CVSS v3 基本値 9.8”, “CVSS 3.1: 9.8”, “base score of 9.8”. Group 1 is the number.
 * A version alone, as in “CVSS 3.1”, is no score, and neither is the one that begins a vector.
 * Blanks stand before what must follow them and never beside other blanks, so that no prose makes the match run long.
 */
const scorePattern =
  /(?:(?:CVSS(?:[ \t]*v?[234](?:\.[01])?)?[ \t]*)?(?:基本値|基本スコア|スコア|base[ \t]+score|score)|CVSS(?:[ \t]*v?(?:2\.0|3\.[01]|4\.0|[234](?!\.))|(?![ \t]*v?(?:2\.0|3\.[01]|4\.0)(?!\d))))(?:[ \t]*(?:は|が|is|of|[:：=(（]))?[ \t]*(10\.0|\d\.\d)(?!\.?\d|\/AV:)/giu;

export const scoreContradictsVector: Rule = {
  code: 'TXT002',
  severity: 'error',
  text: {
    ja: {
      title: '本文の点数がベクタの点数と違います',
      what: '本文の点数は {score} ですが、ベクタから計算した点数は {computed} です。',
      why: '一つのページに二つの点数があると、読者は深刻度を判断できません。',
      remedy:
        '本文から点数を消してください（点数はベクタから表示されます）。残すなら {computed} に直します。',
    },
    en: {
      title: 'Score in prose that contradicts the vector',
      what: 'The prose says {score}, but the vectors give {computed}.',
      why: 'With two scores on one page readers cannot judge the severity.',
      remedy:
        'Take the score out of the prose (the page shows it from the vector), or correct it to {computed}.',
    },
  },
  isLocal: true,
  *check({ content, advisoryBySlug, prose }) {
    for (const entry of [...content.advisories, ...content.translations]) {
      const { file, slug } = entry;
      if (!proseMayHold(entry, scorePattern)) continue;
      const facts = advisoryBySlug.get(slug)?.facts;
      const scores = facts === undefined ? [] : scoresOf(facts);
      if (scores.length === 0) continue;
      for (const match of prose(file).matchAll(scorePattern)) {
        const [whole, score = ''] = match;
        if (scores.includes(score)) continue;
        const offset = match.index + whole.length - score.length;
        yield { file, offset, params: { score, computed: scores.join(', ') } };
      }
    }
  },
};

function scoresOf({ vulnerabilities }: AdvisoryFacts): string[] {
  const parsed = vulnerabilities.flatMap(({ cvss }) => cvss.map((vector) => parseCvss(vector)));
  return [...new Set(parsed.flatMap((cvss) => (isCvssProblem(cvss) ? [] : [cvss.score.toFixed(1)])))];
}
