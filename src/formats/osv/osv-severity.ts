import { isCvssProblem, parseCvss } from '#domain/cvss.ts';
import type { RecordVulnerability } from '#formats/record/advisory-record.ts';
import type { OsvSeverity } from './osv-record.ts';

const TYPES = { '2.0': 'CVSS_V2', '3.0': 'CVSS_V3', '3.1': 'CVSS_V3', '4.0': 'CVSS_V4' } as const;

/**
 * One vector for each type (OSV 1.7, `severity[]`). Of a vulnerability with vectors of 3.0 and 3.1 the newer one counts;
 * of several vulnerabilities in one advisory the one that scores highest.
 */
export function toOsvSeverity(vulnerabilities: readonly RecordVulnerability[]): OsvSeverity[] {
  const highest = new Map<OsvSeverity['type'], RecordVulnerability['scores'][number]>();
  for (const score of vulnerabilities.flatMap(newestOfEachType)) {
    const before = highest.get(TYPES[score.version]);
    if (before === undefined || score.score > before.score) highest.set(TYPES[score.version], score);
  }
  return Object.values(TYPES)
    .filter((type, place, all) => all.indexOf(type) === place)
    .flatMap((type) => {
      const score = highest.get(type);
      return score === undefined ? [] : [{ type, score: score.vector }];
    });
}

function newestOfEachType({ scores }: RecordVulnerability): RecordVulnerability['scores'] {
  const valid = scores.filter(({ vector }) => !isCvssProblem(parseCvss(vector)));
  return valid.filter(({ version }) => version !== '3.0' || !valid.some((other) => other.version === '3.1'));
}
