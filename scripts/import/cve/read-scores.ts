import { drop, items, member, members, type Place, text } from '#formats/foreign/foreign-document.ts';
import { readLine } from '../facts/plain-line.ts';
import { readVector } from '../facts/vector.ts';
import { isPlaceholder } from '../facts/version-text.ts';
import { unique } from '#formats/foreign/unique.ts';

interface ReadScores {
  readonly vectors: readonly string[];
  /** What the container says about severity in words, each a sentence. */
  readonly sentences: readonly string[];
}

const CVSS_KEYS = ['cvssV4_0', 'cvssV3_1', 'cvssV3_0', 'cvssV2_0'];

/** The scores of a container (CVE Record Format 5.1, `metrics[]`); numbers are computed from vectors. */
export function readScores(container: Place, speaker: string): ReadScores {
  const read = items(container, 'metrics').map((metric) => {
    const vectors = CVSS_KEYS.flatMap((key) => readCvss(member(metric, key)) ?? []);
    drop(member(metric, 'format'), 'internal');
    return { vectors, sentences: [...readScenarios(metric, vectors), ...readRating(metric, speaker)] };
  });
  return {
    vectors: unique(read.flatMap(({ vectors }) => vectors)),
    sentences: unique(read.flatMap(({ sentences }) => sentences)),
  };
}

/** Everything beside the vector follows from it. */
function readCvss(cvss: Place): string | undefined {
  for (const [key, value] of members(cvss)) if (key !== 'vectorString') drop(value, 'computed');
  return readVector(cvss, 'vectorString');
}

/** When a score holds, where that is not always. */
function readScenarios(metric: Place, vectors: readonly string[]): string[] {
  return items(metric, 'scenarios').flatMap((scenario) => {
    drop(member(scenario, 'lang'), 'internal');
    const value = readLine(scenario, 'value');
    if (value === undefined) return [];
    if (/^general\.?$/iu.test(value) || vectors.length === 0) {
      drop(member(scenario, 'value'), 'placeholder');
      return [];
    }
    return [`The CVSS ${vectors.length === 1 ? 'vector holds' : 'vectors hold'} in this case: ${value}`];
  });
}

/** A word for the severity by the speaker’s own scale. */
function readRating(metric: Place, speaker: string): string[] {
  const other = member(metric, 'other');
  const type = member(other, 'type').value;
  if (type === 'ssvc' || type === 'kev') return [];
  const content = member(other, 'content');
  drop(member(other, 'type'), 'internal');
  for (const key of ['namespace', 'url', 'lang']) drop(member(content, key), 'no-place');
  return ['value', 'text'].flatMap((key) => {
    const rating = readLine(content, key);
    if (rating === undefined) return [];
    if (!isPlaceholder(rating)) return [`Severity as ${speaker} rates it: ${rating}`];
    drop(member(content, key), 'placeholder');
    return [];
  });
}

/** Scores that are not used, because the CNA gives some itself. */
export function dropScores(container: Place, used: readonly string[]): void {
  for (const metric of items(container, 'metrics')) {
    for (const key of CVSS_KEYS) {
      const vector = member(metric, key, 'vectorString');
      const isKnown = used.includes(text(vector) ?? '');
      drop(member(metric, key), isKnown ? 'duplicate' : 'no-place');
      drop(vector, isKnown ? 'duplicate' : 'no-place');
    }
    for (const key of ['format', 'scenarios']) drop(member(metric, key), 'internal');
  }
}
