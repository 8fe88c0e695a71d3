/*
 * The words of prose about versions, Japanese and English, as tokens for `version-prose.ts`. A text with any word that
 * is not known here has no tokens at all, so nothing is read out of a sentence that says more than was understood.
 */

/** Which side of a version a word names: `>=`, `>`, `<=` or `<`. */
export type Bound = 'ge' | 'gt' | 'le' | 'lt';

/**
 * - `version`: one version; `series`: all that begin alike, `2.x`, as what they begin with and what comes after them
 * - `label`: says that a version comes or came; `all`: every version; `only`: no other
 * - `before`, `behind`: a bound whose word stands before or behind its version; `from`, `kara`: a lower bound that waits for an upper one
 * - `to`: between the ends of a span; `fixed`, `fixed-behind`: the version has the fix
 * - `inclusive`: the ends of the span belong to it; `equals`: the version itself
 * - `and`, `or`: between the parts of a list
 */
export type VersionToken =
  | { readonly kind: 'version'; readonly text: string }
  | { readonly kind: 'series'; readonly text: string; readonly next: string }
  | { readonly kind: 'before' | 'behind'; readonly bound: Bound }
  | { readonly kind: WordKind };

type WordKind =
  | 'label'
  | 'all'
  | 'only'
  | 'from'
  | 'kara'
  | 'to'
  | 'fixed'
  | 'fixed-behind'
  | 'and'
  | 'or'
  | 'inclusive'
  | 'equals';

type Phrase = readonly [phrase: string, token: VersionToken];

const word = (kind: WordKind, ...words: string[]): Phrase[] => words.map((each) => [each, { kind }]);
const before = (bound: Bound, ...words: string[]): Phrase[] =>
  words.map((each) => [each, { kind: 'before', bound }]);
const behind = (bound: Bound, ...words: string[]): Phrase[] =>
  words.map((each) => [each, { kind: 'behind', bound }]);
const combine = (starts: readonly string[], ...ends: string[]) =>
  starts.flatMap((start) => ends.map((end) => start + end));
const AND_ALL = ['and ', 'or ', 'and all '];
const AND_THAT = ['および', '及び', 'ならびに', 'または', '又は', 'もしくは', 'と', ''];

/** In lower case, after NFKC, with single blanks. */
const PHRASES: readonly Phrase[] = [
  ...word('label', 'versions', 'version', 'vers.', 'ver.', 'ver', 'v.', 'v', 'releases', 'release', 'rel.'),
  ...word(
    'label',
    'バージョン',
    'のバージョン',
    'の各バージョン',
    'のすべてのバージョン',
    'の全てのバージョン',
  ),
  ...word('label', 'の全バージョン', 'series', 'branch', '系列', '系'),
  ...word('equals', '=', '=='),
  ...word('all', 'all versions', 'any version', 'every version', 'all releases', 'all', '*'),
  ...word('all', 'すべてのバージョン', '全てのバージョン', '全バージョン', 'すべて', '全て'),
  ...word('only', 'only', 'のみ'),
  ...before('lt', 'prior to', 'before', 'earlier than', 'lower than', 'less than', 'older than', 'below'),
  ...before(
    'lt',
    'up to but not including',
    'up to, but not including',
    'up to but excluding',
    'up to (excluding)',
  ),
  ...before('lt', 'up to (not including)', 'up to not including', '<'),
  ...before('le', 'up to and including', 'up to (and including)', 'up to (including)', 'up to', 'up through'),
  ...before('le', 'through', 'thru', 'prior to and including', 'less than or equal to', '<=', '=<', '≤', '≦'),
  ...before(
    'ge',
    'since',
    'starting with',
    'starting from',
    'greater than or equal to',
    '>=',
    '=>',
    '≥',
    '≧',
  ),
  ...before('gt', 'later than', 'newer than', 'after', 'greater than', 'higher than', 'above', '>'),
  ...behind(
    'le',
    ...combine(AND_ALL, 'earlier', 'prior', 'older', 'below', 'lower', 'before', 'previous', 'under'),
  ),
  ...behind('le', ...combine(AND_THAT, 'それ以前', 'それより前'), '以前', '以下', 'まで'),
  ...behind('lt', 'より前', 'よりも前', '未満', 'より古い'),
  ...behind(
    'ge',
    ...combine(AND_ALL, 'later', 'newer', 'above', 'higher', 'up', 'onwards', 'greater'),
    'onwards',
    'onward',
  ),
  ...behind('ge', ...combine(AND_THAT, 'それ以降', 'それ以後'), '以降', '以後', '以上'),
  ...behind('gt', 'より後', 'よりも後', '超', 'を超える', 'より新しい'),
  ...word('from', 'from'),
  ...word('kara', 'から'),
  ...word('to', 'to', '〜', '–', '—', '- '),
  ...word('inclusive', '(inclusive)', 'inclusive'),
  ...word('fixed', 'fixed in', 'fixed by', 'patched in'),
  ...word('fixed-behind', 'で修正済み', 'で修正済', 'で修正', 'にて修正済み', 'にて修正'),
  ...word('and', ',', '、', ';', 'and', '&&', '&', 'および', '及び', 'ならびに', '並びに', 'と', 'かつ'),
  ...word('or', 'or', '||', '/', 'または', '又は', 'もしくは', '若しくは'),
];

const byLength = PHRASES.toSorted(([a], [b]) => b.length - a.length);

/** A longer text is a description and no list of versions. */
const LONGEST = 400;

/** The tokens of a text, or `undefined` where any part of it is not known. One pass over the text. */
export function readVersionWords(text: string): VersionToken[] | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = plainOf(text);
  const lower = plain.toLowerCase();
  // What lower case makes longer (`İ`) is no version, and would shift every place behind it.
  if (lower.length !== plain.length) return undefined;
  const tokens: VersionToken[] = [];
  for (let at = 0; at < plain.length;) {
    const found = readVersion(plain, at) ?? readWord(lower, at);
    if (found === undefined) return undefined;
    tokens.push(found.token);
    at += found.length;
    while (plain[at] === ' ') at += 1;
  }
  return tokens;
}

/** NFKC would turn the wave between two versions into a mark that versions may have. */
function plainOf(text: string): string {
  return text
    .replace(/[〜～]/gu, ' 〜 ')
    .trim()
    .replace(/[.。]+$/u, '')
    .split(/[\r\n]+/u)
    .map((line) => line.normalize('NFKC').replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join(', ');
}

interface Found {
  readonly token: VersionToken;
  readonly length: number;
}

const runPattern = /[0-9A-Za-z][0-9A-Za-z._+:~*-]*/uy;
const versionPattern = /^(?=[^0-9]*[0-9])[0-9A-Za-z][0-9A-Za-z._+:~-]{0,98}[0-9A-Za-z]$|^[0-9]$/u;
const seriesPattern = /^v?(\d{1,9}(?:\.\d{1,9}){0,5})(?:\.[x*]){1,3}$/iu;
/** Two dotted numbers with a mark between them may be a version or a span. */
const doubtfulPattern = /^v?\d+(?:\.\d+)+[-~]v?\d+(?:\.\d+)+$/iu;
/** Identifiers that have the shape of a version. */
const identifierPattern = /^(?:CVE|CWE|JVN|JVNVU|JVNTA|JVNDB|GHSA|KB|MS|SP)[-_.]?\d/iu;

function readVersion(text: string, at: number): Found | undefined {
  runPattern.lastIndex = at;
  const run = runPattern.exec(text)?.[0] ?? '';
  if (!/\d/u.test(run)) return undefined;
  const version = run.replace(/[.:]+$/u, '');
  const series = seriesPattern.exec(version)?.[1];
  if (series !== undefined) return { token: toSeries(series), length: run.length };
  if (!versionPattern.test(version) || doubtfulPattern.test(version)) return undefined;
  if (identifierPattern.test(version)) return undefined;
  const ending = /^ ?系列?/u.exec(text.slice(at + run.length, at + run.length + 3))?.[0];
  if (ending === undefined) return { token: { kind: 'version', text: version }, length: run.length };
  if (!/^\d{1,9}(?:\.\d{1,9}){0,5}$/u.test(version)) return undefined;
  return { token: toSeries(version), length: run.length + ending.length };
}

/** `2.x` is everything from 2 to, and without, 3: the range that `version-range.ts` suggests for it. */
function toSeries(start: string): VersionToken {
  const next = start.replace(/\d+$/u, (digits) => String(BigInt(digits) + 1n));
  return { kind: 'series', text: start, next };
}

function readWord(text: string, at: number): Found | undefined {
  for (const [phrase, token] of byLength) {
    if (!text.startsWith(phrase, at)) continue;
    const isCut = /[a-z.]$/u.test(phrase) && /[a-z]/u.test(text.charAt(at + phrase.length));
    if (!isCut) return { token, length: phrase.length };
  }
  return undefined;
}
