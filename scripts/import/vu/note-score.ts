import { isCvssProblem, parseCvss } from '#domain/cvss.ts';
import { drop, member, type Place, retell, text } from '#formats/foreign/foreign-document.ts';

/** The parts of a vector once more, each in a field of its own; the archive spells one of them wrong. */
const PARTS = [
  ...['AccessComplexity', 'AccessVector', 'Authenication', 'AvailabilityImpact', 'CollateralDamagePotential'],
  ...['ConfidentialityImpact', 'Exploitability', 'IntegrityImpact', 'RemediationLevel', 'ReportConfidence'],
  ...['SecurityRequirementsAR', 'SecurityRequirementsCR', 'SecurityRequirementsIR', 'TargetDistribution'],
];

/**
 * The CVSS 2 vector of a note: base, temporal and environmental metrics in one, as far as they are chosen. `--` is what
 * the archive's form holds where nobody chose; groups in which nothing is defined (`ND`) say
 * nothing, and without a base there is no vector.
 */
export function readScore(report: Place): string | undefined {
  for (const part of PARTS) drop(member(report, `CVSS_${part}`), 'duplicate');
  for (const score of ['BaseScore', 'TemporalScore', 'EnvironmentalScore']) {
    drop(member(report, `CVSS_${score}`), 'computed');
  }
  const [base, ...groups] = ['Base', 'Temporal', 'Environmental'].map((name) =>
    member(report, `CVSS_${name}Vector`),
  );
  const vector = base === undefined ? undefined : readBase(base);
  return groups.reduce((longer, group) => extend(longer, group), vector);
}

function readBase(place: Place): string | undefined {
  const vector = text(place);
  if (vector === undefined || !isCvssProblem(parseCvss(vector))) return vector;
  drop(place, /^(?:\w+:--\/?)+$/u.test(vector) ? 'placeholder' : 'unreadable');
  return undefined;
}

function extend(vector: string | undefined, place: Place): string | undefined {
  const group = text(place);
  if (group === undefined) return vector;
  const longer = `${vector ?? ''}/${group}`;
  if (/^(?:\w+:(?:ND|--)\/?)+$/u.test(group)) drop(place, 'placeholder');
  else if (vector === undefined) drop(place, 'no-place');
  else if (isCvssProblem(parseCvss(longer))) drop(place, 'unreadable');
  else {
    retell(place, longer);
    return longer;
  }
  return vector;
}

/** The CVE for which a note with several says that its score holds: “The CVSS score below is based on CVE-2016-2118.” */
export function findScoredCve(words: string, cves: readonly string[]): string | undefined {
  if (cves.length === 1) return cves[0];
  const sentences = words.match(/\bCVSS(?: [23](?:\.\d)?)? (?:score|metric)s?\b(?:(?!\. ).){0,200}/gu) ?? [];
  const named = sentences.map((sentence) => cves.filter((cve) => sentence.includes(cve)));
  return named.find(({ length }) => length === 1)?.[0];
}
