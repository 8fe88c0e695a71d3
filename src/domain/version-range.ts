import { compareVersions } from './version.ts';

/**
 * The range language of `affected[].ranges`: which versions of a product an advisory speaks about.
 *
 * ```text
 * range      = "*" | version | "=" version | comparator [ comparator ]
 * comparator = ("<" | "<=" | ">" | ">=") version      at most one lower and one upper bound, in either order
 * version    = ASCII letter or digit, then those and . _ - + : ~    at least one digit, 100 characters at most
 * ```
 *
 * A list of ranges is their union. Blanks between parts are free; full-width text is read as its ASCII twin (NFKC).
 * How versions sort, pre-releases included, is told in `version.ts`: `<3.1.0` includes `3.1.0-rc1`, and `<=4.0` does
 * not include `4.0.1`.
 */
export type VersionRange =
  | { readonly kind: 'all' }
  | { readonly kind: 'exact'; readonly version: string }
  | { readonly kind: 'span'; readonly lower?: VersionBound; readonly upper?: VersionBound };

interface VersionBound {
  /** As written, after NFKC. */
  readonly version: string;
  readonly inclusive: boolean;
}

/** Why a text is no range. `position` is the offset of `text` within the NFKC form of the input, in UTF-16 units. */
export interface RangeProblem {
  readonly problem: RangeProblemKind;
  readonly position: number;
  readonly text: string;
  /** The range or operator that was probably meant. */
  readonly suggestion?: string;
}

/**
 * - `empty`: nothing but blanks
 * - `bad-operator`: `==`, `=<`, `^`, `~>`, `≤` …
 * - `missing-version`: an operator with nothing behind it
 * - `bad-version`: no version by the grammar above, or a wildcard inside one (`2.x`, `2.*`)
 * - `phrase`: words instead of operators, Japanese or English (`4.0 以前`, `prior to 4.0`)
 * - `list`: several ranges in one text; each needs its own list entry
 * - `two-lower-bounds`, `two-upper-bounds`: one side is bounded twice
 * - `contradiction`: no version can satisfy both bounds
 * - `not-combinable`: `*` or an exact version beside something else
 */
type RangeProblemKind =
  | 'empty'
  | 'bad-operator'
  | 'missing-version'
  | 'bad-version'
  | 'phrase'
  | 'list'
  | 'two-lower-bounds'
  | 'two-upper-bounds'
  | 'contradiction'
  | 'not-combinable';

type Operator = '' | '=' | '<' | '<=' | '>' | '>=' | '*';

interface Term {
  readonly operator: Operator;
  readonly version: string;
  readonly position: number;
  readonly text: string;
}

/** What people type for the operators, the operators themselves included. */
const operatorTwins: ReadonlyMap<string, Operator> = new Map([
  ['', ''],
  ['=', '='],
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
  ['*', '*'],
  ['==', '='],
  ['===', '='],
  ['=<', '<='],
  ['≤', '<='],
  ['≦', '<='],
  ['=>', '>='],
  ['≥', '>='],
  ['≧', '>='],
]);
const termPattern = /([<>=!^~*≤≥≦≧]*)\s*([^\s<>=!^~*≤≥≦≧][^\s<>=!^≤≥≦≧]*)?/gu;
const versionPattern = /^(?=[^0-9]*[0-9])[0-9A-Za-z][0-9A-Za-z._+:~-]{0,99}$/u;
const wildcardPattern = /^(\d+(?:\.\d+)*)\.[x*]$/iu;

/** Reads one range; see {@link VersionRange} for the grammar. */
export function parseVersionRange(text: string): VersionRange | RangeProblem {
  const normalised = text.normalize('NFKC');
  if (normalised.trim() === '') return { problem: 'empty', position: 0, text: '' };
  const terms: Term[] = [];
  const foreign = foreignSyntax(text) ?? foreignSyntax(normalised);
  if (foreign !== undefined) return foreign;
  for (const match of normalised.matchAll(termPattern)) {
    if (match[0].trim() === '') continue;
    const term = readTerm(match);
    if ('problem' in term) return term;
    terms.push(term);
  }
  return combineTerms(terms);
}

/** Whether a text is one version by the grammar of {@link VersionRange}. */
export function isVersion(text: string): boolean {
  return versionPattern.test(text);
}

export function isRangeProblem(value: VersionRange | RangeProblem): value is RangeProblem {
  return 'problem' in value;
}

/** @throws on a text that is no range: `npm run check` refuses it, so the content was not checked */
export function readVersionRange(text: string): VersionRange {
  const range = parseVersionRange(text);
  if (isRangeProblem(range)) throw new Error(`“${text}” is no version range (${range.problem}).`);
  return range;
}

/** Japanese script and the wave dash mean a phrase; a comma, a semicolon or a bar means several ranges in one text. */
function foreignSyntax(text: string): RangeProblem | undefined {
  const phrase = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}〜～].*/su.exec(text);
  if (phrase !== null) return { problem: 'phrase', position: phrase.index, text: phrase[0].trim() };
  const list = /[,;|、]+/u.exec(text);
  return list === null ? undefined : { problem: 'list', position: list.index, text: list[0] };
}

function readTerm(match: RegExpExecArray): Term | RangeProblem {
  const [whole, written = '', version = ''] = match;
  const place = { position: match.index, text: whole.trim() };
  const operator = operatorTwins.get(written);
  if (operator !== written) {
    const bad = { problem: 'bad-operator', position: match.index, text: written } as const;
    return operator === undefined ? bad : { ...bad, suggestion: operator };
  }
  if (operator !== '*' && version === '') return { problem: 'missing-version', ...place };
  if (version === '' || versionPattern.test(version)) {
    return wildcardProblem(operator, version, place.position) ?? { operator, version, ...place };
  }
  const position = match.index + whole.length - version.length;
  if (/^[A-Za-z]+$/u.test(version)) return { problem: 'phrase', position, text: version };
  return wildcardProblem(operator, version, position) ?? { problem: 'bad-version', position, text: version };
}

/** `2.x` and `2.*` name a series; the range that was meant is `>=2 <3`. */
function wildcardProblem(operator: Operator, version: string, position: number): RangeProblem | undefined {
  const series = wildcardPattern.exec(version)?.[1];
  if (series === undefined) return undefined;
  const problem: RangeProblem = { problem: 'bad-version', position, text: version };
  if (operator !== '' && operator !== '=') return problem;
  const next = series.replace(/\d+$/u, (digits) => String(BigInt(digits) + 1n));
  return { ...problem, suggestion: `>=${series} <${next}` };
}

function combineTerms(terms: readonly Term[]): VersionRange | RangeProblem {
  const loner = terms.find(({ operator }) => operator === '*' || operator === '=' || operator === '');
  if (loner !== undefined) {
    if (terms.length > 1 || (loner.operator === '*' && loner.version !== '')) {
      return { problem: 'not-combinable', position: loner.position, text: loner.text };
    }
    return loner.operator === '*' ? { kind: 'all' } : { kind: 'exact', version: loner.version };
  }
  const lowers = terms.filter(({ operator }) => operator.startsWith('>'));
  const uppers = terms.filter(({ operator }) => operator.startsWith('<'));
  return (
    secondBound('two-lower-bounds', lowers) ??
    secondBound('two-upper-bounds', uppers) ??
    buildSpan(lowers[0], uppers[0])
  );
}

function secondBound(problem: RangeProblemKind, terms: readonly Term[]): RangeProblem | undefined {
  const second = terms[1];
  return second && { problem, position: second.position, text: second.text };
}

function buildSpan(lower: Term | undefined, upper: Term | undefined): VersionRange | RangeProblem {
  if (lower !== undefined && upper !== undefined) {
    const order = compareVersions(lower.version, upper.version);
    const closed = lower.operator === '>=' && upper.operator === '<=';
    if (order > 0 || (order === 0 && !closed)) {
      return { problem: 'contradiction', position: upper.position, text: upper.text };
    }
    if (order === 0) return { kind: 'exact', version: lower.version };
  }
  return {
    kind: 'span',
    ...(lower && { lower: { version: lower.version, inclusive: lower.operator === '>=' } }),
    ...(upper && { upper: { version: upper.version, inclusive: upper.operator === '<=' } }),
  };
}

/** The canonical text: lower bound first, one blank between bounds, `=` before an exact version. */
export function formatVersionRange(range: VersionRange): string {
  if (range.kind === 'all') return '*';
  if (range.kind === 'exact') return `=${range.version}`;
  return [
    range.lower && `>${range.lower.inclusive ? '=' : ''}${range.lower.version}`,
    range.upper && `<${range.upper.inclusive ? '=' : ''}${range.upper.version}`,
  ]
    .filter((bound) => bound !== undefined)
    .join(' ');
}

export function includesVersion(range: VersionRange, version: string): boolean {
  if (range.kind === 'all') return true;
  if (range.kind === 'exact') return compareVersions(range.version, version) === 0;
  return isWithin(range.lower, version, 1) && isWithin(range.upper, version, -1);
}

function isWithin(bound: VersionBound | undefined, version: string, side: 1 | -1): boolean {
  if (bound === undefined) return true;
  const order = compareVersions(version, bound.version) * side;
  return order > 0 || (order === 0 && bound.inclusive);
}

/**
 * Why a version is or is not affected:
 * - `fixed-version`: it is one of the fixed versions, whatever the ranges say
 * - `in-range`: `range` includes it
 * - `after-fix`: outside every range and later than `fixed`, the latest fixed version before it
 * - `outside-ranges`: outside every range
 * - `no-ranges`: the advisory states no range, so nothing is known; `affected` is then false without being a promise
 */
type MatchReason =
  | { readonly kind: 'fixed-version'; readonly fixed: string }
  | { readonly kind: 'in-range'; readonly range: VersionRange }
  | { readonly kind: 'after-fix'; readonly fixed: string }
  | { readonly kind: 'outside-ranges' }
  | { readonly kind: 'no-ranges' };

export interface VersionMatch {
  readonly affected: boolean;
  readonly because: MatchReason;
}

/** Answers "does it include 4.0.1?" for one product: the union of its ranges, less the versions that carry the fix. */
export function matchVersions(
  ranges: readonly VersionRange[],
  fixed: readonly string[],
  version: string,
): VersionMatch {
  const same = fixed.find((candidate) => compareVersions(candidate, version) === 0);
  if (same !== undefined) return { affected: false, because: { kind: 'fixed-version', fixed: same } };
  const range = ranges.find((candidate) => includesVersion(candidate, version));
  if (range !== undefined) return { affected: true, because: { kind: 'in-range', range } };
  if (ranges.length === 0) return { affected: false, because: { kind: 'no-ranges' } };
  const earlier = fixed.filter((candidate) => compareVersions(candidate, version) < 0);
  const latest = earlier.toSorted(compareVersions).at(-1);
  const because: MatchReason =
    latest === undefined ? { kind: 'outside-ranges' } : { kind: 'after-fix', fixed: latest };
  return { affected: false, because };
}
