import { worstCvss } from '#domain/cvss.ts';
import type { RecordVulnerability } from '#formats/record/advisory-record.ts';
import type { CsafScore } from './csaf-2.0.ts';

type Score = RecordVulnerability['scores'][number];

/**
 * The scores of one vulnerability (CSAF 2.0 §3.2.3.13): of each version that the standard knows the worst, because a
 * product may have one score of a version only (§6.1.7). `others` is what has no place here: version 4.0, further
 * vectors, and everything where there is no product.
 */
export function toScores(
  { scores }: RecordVulnerability,
  products: readonly string[],
): { scores: CsafScore[]; others: Score[] } {
  if (products.length === 0) return { scores: [], others: scores };
  const worst = (version: Score['version']) => worstCvss(scores.filter((score) => score.version === version));
  const [v2, v30, v31] = [worst('2.0'), worst('3.0'), worst('3.1')];
  const told = [v2, v30, v31].filter((score) => score !== undefined);
  const [first, second] = [v31, v30].filter((score) => score !== undefined);
  return {
    scores: [
      ...(v2 || first
        ? [{ cvss_v2: v2 && toV2(v2), cvss_v3: first && toV3(first), products: [...products] }]
        : []),
      ...(second ? [{ cvss_v3: toV3(second), products: [...products] }] : []),
    ],
    others: scores.filter((score) => !told.includes(score)),
  };
}

function toV2({ score, vector }: Score): NonNullable<CsafScore['cvss_v2']> {
  return { baseScore: score, vectorString: vector, version: '2.0' };
}

function toV3({ score, severity, vector, version }: Score): NonNullable<CsafScore['cvss_v3']> {
  return {
    baseScore: score,
    baseSeverity: severity.toUpperCase(),
    vectorString: vector,
    version: version === '3.0' ? '3.0' : '3.1',
  };
}
