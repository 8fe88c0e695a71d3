import { type Cvss, isCvssProblem, parseCvss } from '#domain/cvss.ts';
import type { RecordVulnerability } from '#formats/record/advisory-record.ts';
import {
  drop,
  items,
  member,
  members,
  type Place,
  retell,
  tell,
  text,
} from '#formats/foreign/foreign-document.ts';

type Score = RecordVulnerability['scores'][number];

const KEYS = ['cvss_v2', 'cvss_v3', 'cvss_v4'] as const;

/**
 * The CVSS vectors of a vulnerability, `scores` of CSAF 2.0 and `metrics` of 2.1, each once. Score and severity are
 * computed again. For which products a vector holds, the record cannot say once there are several of one version.
 */
export function readScores(vulnerability: Place): Score[] {
  const contents = [
    ...items(vulnerability, 'scores').map((place) => ({ place, content: place })),
    ...items(vulnerability, 'metrics').map((place) => ({ place, content: member(place, 'content') })),
  ];
  const found = contents.flatMap(({ place, content }) =>
    KEYS.flatMap((key) => {
      const score = readScore(member(content, key));
      return score === undefined ? [] : [{ ...score, products: member(place, 'products') }];
    }),
  );
  for (const { version, vector, products } of found) {
    const isForAll = found.every((other) => other.version !== version || other.vector === vector);
    if (isForAll && products.value !== undefined) retell(products, '*');
  }
  const scores = found.map(({ version, vector, score, severity }) => ({ version, vector, score, severity }));
  return [...new Map(scores.map((score) => [score.vector, score])).values()];
}

function readScore(place: Place): Score | undefined {
  const vector = text(place, 'vectorString');
  if (vector === undefined) return undefined;
  const cvss = parseCvss(vector);
  if (isCvssProblem(cvss)) {
    drop(place, 'unreadable');
    return undefined;
  }
  tell(place);
  for (const [name, each] of members(place)) if (name !== 'vectorString') drop(each, 'computed');
  return toScore(cvss);
}

export function toScore({ version, vector, score, severity }: Cvss): Score {
  return { version, vector, score, severity };
}
