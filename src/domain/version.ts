/**
 * Order of product versions as vendors really write them. No import and no platform feature beyond
 * `String.prototype.normalize`, so the browser can share it.
 *
 * How a version is read:
 * - NFKC and lower case first: `４．０` is `4.0`. A leading `v`, `ver.`, `version`, `r`, `rel.` or `release` before a
 *   digit is decoration: `Ver.2.00` = `v2.0` = `2`. Build metadata from `+` on is ignored (Semantic Versioning 2.0.0 §10).
 * - Runs of digits are whole numbers of any length: `4.10` > `4.9`, `20240101` > `20231231`, `2.01` = `2.1`.
 * - Trailing zeros of a dotted run count for nothing: `4.0` = `4.0.0` = `4`, `1.0.0-rc1` = `1.0-rc.1`.
 * - Pre-release words sort before the release: dev, snapshot, nightly, canary < alpha, `a1` < beta, `b1` <
 *   milestone, `m1` < pre, preview, next < rc, cr, `c1` < release. `~` makes what follows a pre-release (Debian).
 * - A bare letter or any other word sorts after the release: `2.0` < `2.0a` < `2.0b` < `2.0.1` (OpenSSL),
 *   `7.2` < `7.2p1`, `8` < `8u201`. `final`, `ga` and `release` at the end count for nothing.
 * - A number behind `-`, `_` or another mark is a later revision: `1.0` < `1.0-1` < `1.0.1`. (Semantic Versioning would
 *   call `1.0.0-1` a pre-release; packagers' revisions are far more common in advisories.)
 * - `1:2.0` has an epoch that outranks everything behind it (Debian, RPM).
 */

/** Ranks of what can stand at one place of a version; `end` is the place behind the last part. */
const rank = { preRelease: 0, end: 1, word: 2, revision: 3, number: 4 } as const;

interface Part {
  readonly rank: number;
  /** Orders parts of one rank: a pre-release's stage, otherwise 0. */
  readonly stage: number;
  /** Digits without leading zeros, or a word. */
  readonly text: string;
}

const end: Part = { rank: rank.end, stage: 0, text: '' };

const preReleaseStages: ReadonlyMap<string, number> = new Map([
  ...['dev', 'snapshot', 'nightly', 'canary'].map((word) => [word, 0] as const),
  ['alpha', 1],
  ['beta', 2],
  ['milestone', 3],
  ...['pre', 'preview', 'next'].map((word) => [word, 4] as const),
  ...['rc', 'cr'].map((word) => [word, 5] as const),
]);

/** One-letter forms mean a pre-release only directly before a number (PEP 440): `1.0b1`, but not OpenSSL's `1.0b`. */
const shortStages: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['b', 2],
  ['m', 3],
  ['c', 5],
]);

const releaseWords: ReadonlySet<string> = new Set(['final', 'ga', 'release']);

/** Order of two versions: negative when `a` is earlier, 0 when they name the same version, positive when later. */
export function compareVersions(a: string, b: string): number {
  const left = partsOf(a);
  const right = partsOf(b);
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const order = compareParts(left[index] ?? end, right[index] ?? end);
    if (order !== 0) return order;
  }
  return 0;
}

function compareParts(a: Part, b: Part): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.stage !== b.stage) return a.stage - b.stage;
  if (a.rank >= rank.revision && a.text.length !== b.text.length) return a.text.length - b.text.length;
  if (a.text === b.text) return 0;
  return a.text < b.text ? -1 : 1;
}

function partsOf(version: string): Part[] {
  const bare = version.normalize('NFKC').toLowerCase().replace(/\+.*$/su, '').trim();
  const plain = bare.replace(/^(?:v|ver|version|r|rel|release)[.\s]*(?=\d)/u, '');
  const epoch = /^(\d+):(?=.)/su.exec(plain);
  const body = epoch === null ? plain : plain.slice(epoch[0].length);
  const parts = tokenParts(body);
  return withoutIdleZeros([numberPart(epoch?.[1] ?? '0', rank.number), ...parts]);
}

/** A run of ASCII digits, a run of other letters and numbers, or a run of marks. */
const tokenPattern = /[0-9]+|(?:(?![0-9])[\p{L}\p{N}])+|[^\p{L}\p{N}]+/gu;

function tokenParts(body: string): Part[] {
  const parts: Part[] = [];
  let marks = '';
  let behindWord = true;
  for (const { 0: token, index } of body.matchAll(tokenPattern)) {
    if (/^[^\p{L}\p{N}]/u.test(token)) {
      marks = token;
      continue;
    }
    const isNumber = /^[0-9]/u.test(token);
    const part = isNumber
      ? numberPart(token, behindWord || marks === '.' ? rank.number : rank.revision)
      : wordPart(token, marks === '' && /^[0-9]/u.test(body.slice(index + token.length)));
    if (marks.includes('~') && part?.rank !== rank.preRelease) parts.push(preRelease(0));
    if (part !== undefined) parts.push(part);
    behindWord = !isNumber;
    marks = '';
  }
  return parts;
}

function numberPart(digits: string, partRank: number): Part {
  return { rank: partRank, stage: 0, text: digits.replace(/^0+(?=.)/u, '') };
}

function wordPart(word: string, betweenNumbers: boolean): Part | undefined {
  if (releaseWords.has(word)) return undefined;
  const stage = preReleaseStages.get(word) ?? (betweenNumbers ? shortStages.get(word) : undefined);
  return stage === undefined ? { rank: rank.word, stage: 0, text: word } : preRelease(stage);
}

function preRelease(stage: number): Part {
  return { rank: rank.preRelease, stage, text: '' };
}

/** Drops the zeros at the end of every run of dotted numbers, so that equal versions have equal parts. */
function withoutIdleZeros(parts: readonly Part[]): Part[] {
  let idle = true;
  const kept: Part[] = [];
  for (const part of parts.toReversed()) {
    const isNumber = part.rank === rank.number;
    if (isNumber && idle && part.text === '0') continue;
    idle = !isNumber;
    kept.push(part);
  }
  return kept.reverse();
}
