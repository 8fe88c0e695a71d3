import type { Place } from '#formats/foreign/foreign-document.ts';
import type { DraftFacts } from '../draft.ts';
import { readCves } from './note-cves.ts';
import { findScoredCve, readScore } from './note-score.ts';
import { assignWeaknesses } from './note-weaknesses.ts';

export interface ReadVulnerabilities {
  readonly vulnerabilities: DraftFacts['vulnerabilities'];
  /** A vector that the source gives to several vulnerabilities together, so that it belongs to none. */
  readonly sharedVector?: string;
}

/** @param words of the note, in which weaknesses and the CVE that is scored are named */
export function readVulnerabilities(report: Place, words: string): ReadVulnerabilities {
  const cves = readCves(report, 'CVEIDs');
  const vector = readScore(report);
  const weaknesses = assignWeaknesses(words, cves);
  const scored = findScoredCve(words, cves);
  const isShared = vector !== undefined && cves.length > 1 && scored === undefined;
  const vulnerabilities = (cves.length === 0 ? [undefined] : cves).map((cve) => {
    const cwe = weaknesses.get(cve) ?? [];
    return {
      ...(cve !== undefined && { cve }),
      ...(cwe.length > 0 && { cwe }),
      ...(vector !== undefined && !isShared && cve === scored && { cvss: [vector] }),
    };
  });
  return { vulnerabilities, ...(isShared && { sharedVector: vector }) };
}
