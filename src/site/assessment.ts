import type { Advisory } from '#catalog/catalog.ts';
import { type Cvss, isCvssProblem, parseCvss, worstCvssAcross } from '#domain/cvss.ts';

/** What the facts of one advisory add up to: computed once, shown in many places. */
export interface Assessment {
  /** Scores by vulnerability, in the order of the front matter. */
  scores: readonly (readonly Cvss[])[];
  /** The one score to show for the whole advisory. */
  worst?: Cvss;
  fixAvailable: boolean;
}

/**
 * Reads CVSS vectors through a memory, because advisories share many of them and a score costs more than a look-up.
 * @throws on a vector that is none: `npm run check` refuses it, so the content was not checked
 */
export function buildCvssReader(): (vector: string) => Cvss {
  const known = new Map<string, Cvss>();
  return (vector) => {
    const seen = known.get(vector);
    if (seen !== undefined) return seen;
    const cvss = parseCvss(vector);
    if (isCvssProblem(cvss)) throw new Error(`“${vector}” is no CVSS vector (${cvss.problem}).`);
    known.set(vector, cvss);
    return cvss;
  };
}

export function assessAdvisory({ facts }: Advisory, readCvss: (vector: string) => Cvss): Assessment {
  const scores = facts.vulnerabilities.map(({ cvss }) => cvss.map(readCvss));
  const worst = worstCvssAcross(scores);
  const fixAvailable = facts.state !== 'withdrawn' && hasFix(facts);
  return { scores, ...(worst && { worst }), fixAvailable };
}

/**
 * A fix is available when every affected product names a fixed version, or when the timeline says that a fix was
 * released (a service, for example, is fixed without a version). One product left without a fix is enough for “no”.
 * What was withdrawn promises nothing.
 */
function hasFix({ affected, timeline }: Advisory['facts']): boolean {
  if (timeline.some(({ event }) => event === 'fix-released')) return true;
  return affected.length > 0 && affected.every(({ fixed }) => fixed.length > 0);
}
