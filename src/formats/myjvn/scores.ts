import { worstCvss } from '#domain/cvss.ts';
import type { AdvisoryRecord, RecordVulnerability } from '#formats/record/advisory-record.ts';

type Score = RecordVulnerability['scores'][number];

/** The versions that readers of JVN's files know; one of them gives up a whole file over any other. */
const VERSIONS = ['3.1', '3.0', '2.0'] as const;

/**
 * The highest score of each version over all vulnerabilities, because the files give scores to an advisory and not to
 * a CVE. 3.0 stands behind 3.1: a reader that keeps one score of version 3 keeps the last and parses only 3.0 rightly.
 */
export function toJvnScores({ vulnerabilities }: Pick<AdvisoryRecord, 'vulnerabilities'>): Score[] {
  const all = vulnerabilities.flatMap(({ scores }) => scores);
  return VERSIONS.flatMap((version) => {
    return worstCvss(all.filter((score) => score.version === version)) ?? [];
  });
}

/** The score as text: `9.8`, `10.0`. */
export function formatScore({ score }: Score): string {
  return score.toFixed(1);
}

/** None, Low, Medium, High or Critical. */
export function formatSeverity({ severity }: Score): string {
  return severity.charAt(0).toUpperCase() + severity.slice(1);
}
