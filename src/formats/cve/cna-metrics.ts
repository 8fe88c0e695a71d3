import { isCvssProblem, parseCvss } from '#domain/cvss.ts';
import { cwePattern } from '#domain/cwe.ts';
import type { RecordVulnerability } from '#formats/record/advisory-record.ts';
import type { CnaContainer, CnaMetric } from './cna-container.ts';

const KEYS = { '2.0': 'cvssV2_0', '3.0': 'cvssV3_0', '3.1': 'cvssV3_1', '4.0': 'cvssV4_0' } as const;

/** The scores of a vulnerability (CVE Record Format 5.1, `metrics[]`), computed from their vectors once more. */
export function toCnaMetrics({ scores }: RecordVulnerability): CnaMetric[] {
  return scores.flatMap(({ vector }) => {
    const cvss = parseCvss(vector);
    if (isCvssProblem(cvss)) return [];
    const score = {
      version: cvss.version,
      vectorString: cvss.vector,
      baseScore: cvss.score,
      ...(cvss.version !== '2.0' && { baseSeverity: cvss.severity.toUpperCase() }),
    };
    return [{ format: 'CVSS', scenarios: [{ lang: 'en', value: 'GENERAL' }], [KEYS[cvss.version]]: score }];
  });
}

/**
 * The weaknesses (`problemTypes[]`). A category of the catalogue is no weakness, so it is told in words and not as
 * `cweId` (CWE usage note “prohibited”).
 */
export function toProblemTypes({
  weaknesses,
}: RecordVulnerability): NonNullable<CnaContainer['problemTypes']> {
  return weaknesses.map(({ id, name, category }) => {
    const description = name?.en === undefined ? id : `${id} ${name.en}`;
    const isWeakness = !category && cwePattern.test(id);
    return {
      descriptions: [
        isWeakness
          ? { lang: 'en', description, type: 'CWE', cweId: id }
          : { lang: 'en', description, type: 'text' },
      ],
    };
  });
}
