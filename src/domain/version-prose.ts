import { compareVersions } from './version.ts';
import { formatVersionRange, isRangeProblem, parseVersionRange } from './version-range.ts';
import { type Bound, readVersionWords, type VersionToken } from './version-words.ts';

/** What a sentence says about versions, in the range language of `version-range.ts`. */
export interface VersionProse {
  /** Canonical ranges that share no version; several are a union. */
  readonly ranges: string[];
  /** Versions that have the fix, where the sentence names them. */
  readonly fixed?: string[];
}

/**
 * Japanese or English prose about versions as ranges: `4.0 およびそれ以前`, `versions 1.x before 1.4.2`, `1.0 から 2.3.4 まで`,
 * `>= 1.2, < 1.4`. It reads back every phrase that `range-phrase.ts` writes.
 *
 * It never claims more than the text says: a sentence with any word or mark that is not understood, one that can be
 * read in two ways (`prior to 1.2 and 1.4`, `1.0-1.2`, `2.0+`) and one whose parts overlap is `undefined`, and the text
 * should be kept as it stands. `2.x` is everything from 2 up to, and without, 3.
 */
export function parseVersionProse(text: string): VersionProse | undefined {
  const tokens = readVersionWords(text);
  if (tokens === undefined || tokens.length === 0) return undefined;
  const clauses = readClauses(tokens);
  return clauses && buildProse(joinBounds(clauses));
}

/** One part of a list. */
interface Clause {
  readonly kind: 'all' | 'exact' | 'series' | 'span' | 'fixed' | 'fixed-behind';
  readonly lower?: End;
  readonly upper?: End;
  /** Joined to the part before it by “or”. */
  readonly isAlternative: boolean;
}

interface End {
  readonly version: string;
  readonly inclusive: boolean;
}

/**
 * A version with the bound that a word before or behind it names. `from` and `kara` wait for an upper bound; a `bare`
 * one has no word.
 */
interface Term {
  readonly role: Role;
  /** The version, or the first of a series and what comes after the series. */
  readonly version: string;
  readonly next?: string;
}

type Role = `${'before' | 'behind'}-${Bound}` | 'from' | 'kara' | 'bare' | 'fixed' | 'fixed-behind';

type Kind = VersionToken['kind'];

function readClauses(tokens: readonly VersionToken[]): Clause[] | undefined {
  const clauses: Clause[] = [];
  let part: VersionToken[] = [];
  let isAlternative = false;
  for (const token of tokens) {
    if (token.kind !== 'and' && token.kind !== 'or') {
      part.push(token);
      continue;
    }
    if (part.length === 0 && clauses.length === 0) return undefined;
    if (part.length > 0) {
      const clause = readClause(part, isAlternative);
      if (clause === undefined) return undefined;
      clauses.push(clause);
      [part, isAlternative] = [[], false];
    }
    isAlternative ||= token.kind === 'or';
  }
  const last = readClause(part, isAlternative);
  return last && [...clauses, last];
}

function readClause(part: readonly VersionToken[], isAlternative: boolean): Clause | undefined {
  const meaning = part.filter(({ kind }) => kind !== 'label');
  const isAll = meaning[0]?.kind === 'all';
  const rest = isAll ? meaning.slice(1) : meaning;
  if (isAll && rest.length === 0) return { kind: 'all', isAlternative };
  const terms = readTerms(rest);
  const clause = terms && toClause(terms.terms, terms.shape);
  // “All 2.0” says something else than 2.0.
  if (clause === undefined || (isAll && clause.kind === 'exact')) return undefined;
  return { ...clause, isAlternative };
}

/** Reads the terms of one clause; `shape` has a letter for each term and each word between them. */
function readTerms(tokens: readonly VersionToken[]): { terms: Term[]; shape: string } | undefined {
  const terms: Term[] = [];
  let shape = '';
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) return undefined;
    if (token.kind === 'to' || token.kind === 'only' || token.kind === 'inclusive') {
      shape += SIGNS[token.kind];
      at += 1;
      continue;
    }
    const found = readTerm(tokens, at);
    if (found === undefined) return undefined;
    terms.push(found.term);
    shape += SIGNS[found.term.role];
    at += found.length;
  }
  return { terms, shape };
}

const SIGNS: Readonly<Record<Role | 'to' | 'only' | 'inclusive', string>> = {
  ...{ 'before-ge': '[', 'before-gt': '(', 'before-le': ']', 'before-lt': ')' },
  ...{ 'behind-ge': 'g', 'behind-gt': 'h', 'behind-le': 'k', 'behind-lt': 'l' },
  ...{ from: 'f', kara: 'j', bare: 'v', fixed: 'F', 'fixed-behind': 'B' },
  ...{ to: '-', only: '!', inclusive: 'i' },
};

const PREFIXES: ReadonlySet<Kind | undefined> = new Set<Kind>(['before', 'from', 'fixed', 'equals']);
const SUFFIXES: ReadonlySet<Kind | undefined> = new Set<Kind>(['behind', 'kara', 'fixed-behind']);

function readTerm(
  tokens: readonly VersionToken[],
  start: number,
): { term: Term; length: number } | undefined {
  const prefix = PREFIXES.has(tokens[start]?.kind) ? tokens[start] : undefined;
  const at = prefix === undefined ? start : start + 1;
  const version = tokens[at];
  if (version?.kind !== 'version' && version?.kind !== 'series') return undefined;
  const suffix = tokens[at + 1];
  const hasSuffix = SUFFIXES.has(suffix?.kind);
  const role = roleOf(prefix, hasSuffix ? suffix : undefined);
  if (role === undefined) return undefined;
  const next = version.kind === 'series' ? { next: version.next } : {};
  return { term: { role, version: version.text, ...next }, length: at + (hasSuffix ? 2 : 1) - start };
}

function roleOf(prefix: VersionToken | undefined, suffix: VersionToken | undefined): Role | undefined {
  if (suffix === undefined) return roleOfPrefix(prefix);
  if (suffix.kind === 'behind') {
    const isFit = prefix === undefined || (prefix.kind === 'from' && suffix.bound === 'ge');
    return isFit ? `behind-${suffix.bound}` : undefined;
  }
  if (prefix !== undefined) return undefined;
  return suffix.kind === 'kara' ? 'kara' : 'fixed-behind';
}

function roleOfPrefix(prefix: VersionToken | undefined): Role {
  if (prefix?.kind === 'before') return `before-${prefix.bound}`;
  return prefix?.kind === 'from' || prefix?.kind === 'fixed' ? prefix.kind : 'bare';
}

type Side = 'lower' | 'upper';

/** The orders of terms that have one meaning; what a bare version means follows from its place. */
const SHAPES: readonly (readonly [shape: RegExp, kind: Clause['kind'], sides: readonly Side[]])[] = [
  [/^v!?$/u, 'exact', []],
  [/^F$/u, 'fixed', []],
  [/^B$/u, 'fixed-behind', []],
  [/^[[(gh]$/u, 'span', ['lower']],
  [/^[\])kl]$/u, 'span', ['upper']],
  [/^(?:v-|f-|j-?)vi?$/u, 'span', ['lower', 'upper']],
  [/^v[\])]i?$/u, 'span', ['lower', 'upper']],
  [/^(?:v-|[fj[(gh]-?)[\])kl]i?$/u, 'span', ['lower', 'upper']],
  [/^[\])][[(]$/u, 'span', ['upper', 'lower']],
];

function toClause(terms: readonly Term[], shape: string): Omit<Clause, 'isAlternative'> | undefined {
  const [, kind, sides] = SHAPES.find(([pattern]) => pattern.test(shape)) ?? [];
  const [first] = terms;
  if (kind === undefined || sides === undefined || first === undefined) return undefined;
  if (kind === 'span') return { kind, ...toSides(sides, terms) };
  if (first.next === undefined) return { kind, lower: toEnd(first), upper: toEnd(first) };
  return kind === 'exact' ? { kind: 'series', ...toSeries(first) } : undefined;
}

function toSides(sides: readonly Side[], terms: readonly Term[]): Pick<Clause, Side> {
  return Object.fromEntries(
    terms.map((term, place) => {
      const side = sides[place] ?? 'upper';
      return [side, side === 'lower' ? toLower(term) : toUpper(term)];
    }),
  );
}

function toEnd({ version }: Term): End {
  return { version, inclusive: true };
}

function toSeries({ version, next = version }: Term): Pick<Clause, 'lower' | 'upper'> {
  return { lower: { version, inclusive: true }, upper: { version: next, inclusive: false } };
}

/** Later than a series is what comes after it. */
function toLower({ role, version, next }: Term): End {
  if (!role.endsWith('gt')) return { version, inclusive: true };
  return next === undefined ? { version, inclusive: false } : { version: next, inclusive: true };
}

/** Up to a series is up to its end. */
function toUpper({ role, version, next }: Term): End {
  if (role.endsWith('lt')) return { version, inclusive: false };
  return next === undefined ? { version, inclusive: true } : { version: next, inclusive: false };
}

/** A lower bound and the upper bound behind it are one span: `>= 1.2, < 1.4`. */
function joinBounds(clauses: readonly Clause[]): Clause[] {
  const joined: Clause[] = [];
  for (const clause of clauses) {
    const last = joined.at(-1);
    const span = last && !clause.isAlternative ? joinPair(last, clause) : undefined;
    if (span === undefined) joined.push(clause);
    else joined.splice(-1, 1, span);
  }
  const [first, second, ...others] = joined;
  if (first === undefined || second === undefined || others.length > 0 || second.isAlternative) return joined;
  const span = joinPair(second, first);
  return span === undefined ? joined : [span];
}

function joinPair(low: Clause, high: Clause): Clause | undefined {
  if (low.kind !== 'span' || high.kind !== 'span') return undefined;
  if (low.lower === undefined || low.upper !== undefined) return undefined;
  if (high.upper === undefined || high.lower !== undefined) return undefined;
  if (compareVersions(low.lower.version, high.upper.version) >= 0) return undefined;
  return { kind: 'span', lower: low.lower, upper: high.upper, isAlternative: low.isAlternative };
}

function buildProse(clauses: readonly Clause[]): VersionProse | undefined {
  const split = splitFixed(clauses);
  if (split === undefined || hasTwoReadings(split.affected)) return undefined;
  const affected = [...new Map(split.affected.map((clause) => [formatClause(clause), clause]))];
  const ranges = affected.map(([range]) => range);
  const clean = ranges.every((range) => range !== undefined) ? ranges : undefined;
  if (clean === undefined || doOverlap(affected.map(([, clause]) => clause))) return undefined;
  const fixed = [...new Set(split.fixed)];
  const isFixedInside = fixed.some((version) => split.affected.some((clause) => contains(clause, version)));
  if (isFixedInside) return undefined;
  return { ranges: clean, ...(fixed.length > 0 && { fixed }) };
}

/** Versions behind “fixed in” are fixed as well; those before 「で修正」 may be either. */
function splitFixed(clauses: readonly Clause[]): { affected: Clause[]; fixed: string[] } | undefined {
  const from = clauses.findIndex(({ kind }) => kind === 'fixed' || kind === 'fixed-behind');
  if (from === -1) return { affected: [...clauses], fixed: [] };
  const affected = clauses.slice(0, from);
  const fixed = clauses.slice(from);
  if (clauses[from]?.kind === 'fixed-behind' && affected.at(-1)?.kind === 'exact') return undefined;
  if (fixed.some(({ kind }) => kind !== 'fixed' && kind !== 'fixed-behind' && kind !== 'exact'))
    return undefined;
  return { affected, fixed: fixed.flatMap(({ lower }) => lower?.version ?? []) };
}

/**
 * “Prior to 1.2 and 1.4” and 「1.2 および 1.4 より前」: the words may belong to both versions or to one. A series in front
 * of a span that has its own beginning is clear: `1.x, 2.x before 2.5`.
 */
function hasTwoReadings(clauses: readonly Clause[]): boolean {
  const isBare = ({ kind }: Clause) => kind === 'exact' || kind === 'series';
  return clauses.some(({ kind, lower, upper }, place) => {
    if (kind !== 'span' || (lower?.inclusive !== false && upper?.inclusive !== false)) return false;
    const others = clauses.filter((other, index) => isBare(other) && index !== place);
    return others.some(
      (other) => other.kind === 'exact' || lower === undefined || clauses.indexOf(other) > place,
    );
  });
}

function formatClause({ kind, lower, upper }: Clause): string | undefined {
  if (kind === 'all') return '*';
  const written =
    kind === 'exact'
      ? `=${lower?.version ?? ''}`
      : `${lower ? `>${lower.inclusive ? '=' : ''}${lower.version}` : ''} ${upper ? `<${upper.inclusive ? '=' : ''}${upper.version}` : ''}`;
  const range = parseVersionRange(written);
  return isRangeProblem(range) ? undefined : formatVersionRange(range);
}

/** Parts that overlap were meant otherwise: `prior to 1.2.9, prior to 1.3.4` speaks of two branches. */
function doOverlap(clauses: readonly Clause[]): boolean {
  return clauses.some((clause, place) => clauses.slice(place + 1).some((other) => !areApart(clause, other)));
}

function areApart(a: Clause, b: Clause): boolean {
  return isBelow(a.upper, b.lower) || isBelow(b.upper, a.lower);
}

function isBelow(upper: End | undefined, lower: End | undefined): boolean {
  if (upper === undefined || lower === undefined) return false;
  const order = compareVersions(upper.version, lower.version);
  return order < 0 || (order === 0 && !(upper.inclusive && lower.inclusive));
}

function contains({ lower, upper }: Clause, version: string): boolean {
  const point = { version, inclusive: true };
  return !isBelow(upper, point) && !isBelow(point, lower);
}
