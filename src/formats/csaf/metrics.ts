import { worstCvss } from '#domain/cvss.ts';
import type { RecordVulnerability } from '#formats/record/advisory-record.ts';
import type { Csaf21Metric } from './csaf-2.1.ts';
import { toScores } from './scores.ts';

type Score = RecordVulnerability['scores'][number];

/**
 * The scores of one vulnerability in the words of CSAF 2.1 (§3.2.4.12), where version 4.0 has its place: those of 2.0,
 * and in the first entry the worst of version 4.0. `others` is what still has none.
 */
export function toMetrics(
  vulnerability: RecordVulnerability,
  products: readonly string[],
): { metrics: Csaf21Metric[]; others: Score[] } {
  const { scores, others } = toScores(vulnerability, products);
  const fitting = others.filter(({ version, score }) => version === '4.0' && isTenth(score));
  const worst = products.length === 0 ? undefined : worstCvss(fitting);
  const [first, ...rest] = scores.map(({ products: own, ...content }) => ({ content, products: own }));
  const cvss_v4 = worst && toV4(worst);
  const head = { content: { ...first?.content, cvss_v4 }, products: [...products] };
  return {
    metrics: [...(first || worst ? [head] : []), ...rest],
    others: others.filter((score) => score !== worst),
  };
}

/**
 * The schema of CVSS 4.0 wants a multiple of 0.1, and validators divide binary fractions: 5.1 is none to them. Such a
 * score stands in a note, because no way of writing it would be valid.
 */
function isTenth(score: number): boolean {
  return Number.isInteger(score / 0.1);
}

function toV4({ score, severity, vector }: Score): NonNullable<Csaf21Metric['content']['cvss_v4']> {
  return { baseScore: score, baseSeverity: severity.toUpperCase(), vectorString: vector, version: '4.0' };
}
