import calculators from 'ae-cvss-calculator';
import { compareText } from './compare-text.ts';
import { cvssGrammar, type CvssVersion, type MetricRule } from './cvss-grammar.ts';

export type CvssSeverity = 'none' | 'low' | 'medium' | 'high' | 'critical';

/** A checked CVSS vector with its base score. A plain value: it can be written as JSON. */
export interface Cvss {
  readonly version: CvssVersion;
  /** Exactly as written, optional metrics included. */
  readonly vector: string;
  /** The base score, 0.0 to 10.0 with one decimal; optional metrics of the vector do not move it. */
  readonly score: number;
  /** By {@link severityOf}. */
  readonly severity: CvssSeverity;
  /** The base metrics in the order of the specification. */
  readonly metrics: readonly { readonly key: string; readonly value: string }[];
}

/**
 * Why a text is no CVSS vector. `part` is the piece of text at fault, `metric` the key of the metric it concerns.
 * - `empty`: nothing but blanks
 * - `missing-prefix`: a vector of 3.x or 4.0 without `CVSS:3.1/`; the version cannot be guessed
 * - `unknown-version`: `CVSS:3.2/…`, or a prefix on a version 2 vector
 * - `parentheses`: a version 2 vector in parentheses, as NVD prints it; write it without
 * - `malformed`: a part that is not `metric:value`
 * - `unknown-metric`, `unknown-value`: not in this version of the standard (upper and lower case matter)
 * - `duplicate-metric`, `missing-metric`, `wrong-order`
 */
export interface CvssProblem {
  readonly problem:
    | 'empty'
    | 'missing-prefix'
    | 'unknown-version'
    | 'parentheses'
    | 'malformed'
    | 'unknown-metric'
    | 'unknown-value'
    | 'duplicate-metric'
    | 'missing-metric'
    | 'wrong-order';
  readonly part: string;
  readonly metric?: string;
}

interface WrittenMetric {
  readonly key: string;
  readonly value: string;
  readonly part: string;
}

/**
 * Reads a vector strictly, because the calculator behind it does not check anything.
 *
 * Order: versions 2.0 and 4.0 fix the order of metrics and it is enforced; 3.0 and 3.1 (specification §6) oblige readers
 * to accept any order, so it is accepted.
 */
export function parseCvss(vector: string): Cvss | CvssProblem {
  const opening = readOpening(vector);
  if ('problem' in opening) return opening;
  const { version, body } = opening;
  const rules = cvssGrammar[version];
  const written: WrittenMetric[] = [];
  for (const part of body.split('/')) {
    const metric = readMetric(part, rules, written);
    if ('problem' in metric) return metric;
    written.push(metric);
  }
  return (
    missingMetric(rules, written) ?? misplacedMetric(version, written) ?? buildCvss(version, vector, written)
  );
}

export function isCvssProblem(value: Cvss | CvssProblem): value is CvssProblem {
  return 'problem' in value;
}

function readOpening(vector: string): { version: CvssVersion; body: string } | CvssProblem {
  if (vector.trim() === '') return { problem: 'empty', part: '' };
  if (/^\(.*\)$/su.test(vector)) return { problem: 'parentheses', part: vector };
  const prefix = /^CVSS:([^/]*)\/?/u.exec(vector);
  if (prefix === null) {
    if (/(?:^|\/)(?:PR|UI|AT|VC):/u.test(vector)) return { problem: 'missing-prefix', part: vector };
    return { version: '2.0', body: vector };
  }
  const version = prefix[1];
  if (version !== '3.0' && version !== '3.1' && version !== '4.0') {
    return { problem: 'unknown-version', part: prefix[0].replace('/', '') };
  }
  return { version, body: vector.slice(prefix[0].length) };
}

function readMetric(
  part: string,
  rules: readonly MetricRule[],
  before: readonly WrittenMetric[],
): WrittenMetric | CvssProblem {
  const match = /^([^:]+):([^:]+)$/u.exec(part);
  if (match === null) return { problem: 'malformed', part };
  const [, key = '', value = ''] = match;
  const rule = rules.find((candidate) => candidate.key === key);
  if (rule === undefined) return { problem: 'unknown-metric', part, metric: key };
  if (!rule.values.includes(value)) return { problem: 'unknown-value', part, metric: key };
  if (before.some((metric) => metric.key === key)) return { problem: 'duplicate-metric', part, metric: key };
  return { key, value, part };
}

function missingMetric(
  rules: readonly MetricRule[],
  written: readonly WrittenMetric[],
): CvssProblem | undefined {
  const keys = new Set(written.map(({ key }) => key));
  const missing = rules.find(({ key, mandatory }) => mandatory && !keys.has(key));
  return missing && { problem: 'missing-metric', part: missing.key, metric: missing.key };
}

function misplacedMetric(version: CvssVersion, written: readonly WrittenMetric[]): CvssProblem | undefined {
  if (version === '3.0' || version === '3.1') return undefined;
  const order = cvssGrammar[version].map(({ key }) => key);
  const misplaced = written.find(({ key }, index) => {
    const before = written[index - 1];
    return before !== undefined && order.indexOf(before.key) > order.indexOf(key);
  });
  return misplaced && { problem: 'wrong-order', part: misplaced.part, metric: misplaced.key };
}

function buildCvss(version: CvssVersion, vector: string, written: readonly WrittenMetric[]): Cvss {
  const values = new Map(written.map(({ key, value }) => [key, value]));
  const metrics = cvssGrammar[version]
    .filter(({ mandatory }) => mandatory)
    .map(({ key }) => ({ key, value: values.get(key) ?? '' }));
  const score = baseScore(version, metrics.map(({ key, value }) => `${key}:${value}`).join('/'));
  return { version, vector, score, severity: severityOf(version, score), metrics };
}

function baseScore(version: CvssVersion, base: string): number {
  const { base: score } = calculatorOf(version, base).calculateScores();
  if (score === undefined) throw new Error(`The CVSS ${version} calculator gave no base score for ${base}.`);
  return Math.round(score * 10) / 10;
}

function calculatorOf(version: CvssVersion, base: string) {
  if (version === '2.0') return new calculators.Cvss2(base);
  if (version === '3.0') return new calculators.Cvss3P0(`CVSS:3.0/${base}`);
  if (version === '3.1') return new calculators.Cvss3P1(`CVSS:3.1/${base}`);
  return new calculators.Cvss4P0(`CVSS:4.0/${base}`);
}

/**
 * The word for a score: none 0.0, low to 3.9, medium to 6.9, high to 8.9, critical from 9.0
 * (CVSS v3.1 Specification §5 table 14, v4.0 §6 table 22). Version 2 has no words of its own; NVD's are used:
 * low to 3.9 with 0.0, medium to 6.9, high from 7.0.
 */
export function severityOf(version: CvssVersion, score: number): CvssSeverity {
  if (score >= 9 && version !== '2.0') return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 || version === '2.0' ? 'low' : 'none';
}

/** What two scores are compared by. */
type Scored = Pick<Cvss, 'version' | 'vector' | 'score'>;

/** Order for lists: worst score first, then the newer version, then the vector's text. */
export function compareCvss(a: Scored, b: Scored): number {
  return b.score - a.score || compareNewest(a, b) || compareText(a.vector, b.vector);
}

function compareNewest(a: Scored, b: Scored): number {
  return compareText(b.version, a.version);
}

/**
 * The one score to show for one vulnerability: the newest version wins because it is the current judgement of the same
 * flaw; among vectors of that version the worst.
 */
export function worstCvss<Each extends Scored>(list: readonly Each[]): Each | undefined {
  return list.toSorted((a, b) => compareNewest(a, b) || compareCvss(a, b))[0];
}

/** The one score to show for an advisory: the worst of what each of its vulnerabilities shows. */
export function worstCvssAcross<Each extends Scored>(
  vulnerabilities: readonly (readonly Each[])[],
): Each | undefined {
  return vulnerabilities
    .map(worstCvss)
    .filter((shown) => shown !== undefined)
    .toSorted(compareCvss)[0];
}

/** FIRST has no calculator that takes a version 2 vector, so NVD's stands in for that version. */
const calculatorAddresses: Readonly<Record<CvssVersion, (vector: string) => string>> = {
  '2.0': (vector) => `https://nvd.nist.gov/vuln-metrics/cvss/v2-calculator?vector=(${vector})`,
  '3.0': (vector) => `https://www.first.org/cvss/calculator/3.0#${vector}`,
  '3.1': (vector) => `https://www.first.org/cvss/calculator/3.1#${vector}`,
  '4.0': (vector) => `https://www.first.org/cvss/calculator/4.0#${vector}`,
};

/** The address of a public calculator of the vector's own version, with the vector filled in. */
export function cvssCalculatorUrl(cvss: Pick<Cvss, 'version' | 'vector'>): string {
  return calculatorAddresses[cvss.version](cvss.vector);
}
