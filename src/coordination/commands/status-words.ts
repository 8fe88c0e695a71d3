import { nearest } from '#domain/nearest.ts';
import type { VendorStatus } from '#domain/vendor-status.ts';
import type { CommandProblem } from './command.ts';

/** What the words of a status say, and the offset behind them. */
export interface SpokenStatus {
  status: Exclude<VendorStatus, 'notified'>;
  fixed: string[];
  /** The words said no more than that somebody is still looking. */
  isOnlyInvestigating: boolean;
  end: number;
}

type Spoken = SpokenStatus['status'] | 'fixed' | 'investigating';

const INVESTIGATING = String.raw`[ ,、_(/-]*(?:still |under |現在)?(?:investigating|investigation|調査中)\)?`;
const LATIN_END = String.raw`(?![\p{L}\p{N}])`;
/** “該当製品ありません” must not be read as 該当製品あり: what goes on in hiragana is another word. */
const JAPANESE_END = String.raw`(?:です)?(?!\p{sc=Hiragana})`;

const LATIN: readonly (readonly [string, Spoken])[] = [
  [String.raw`(?:(?:not|non)[ _-]*|un-?)(?:affected|vulnerable)`, 'not-affected'],
  [String.raw`(?:affected|vulnerable)`, 'affected'],
  [String.raw`(?:still |under[ _-]*)?(?:investigating|investigation)`, 'investigating'],
  [String.raw`fixed`, 'fixed'],
  [String.raw`unknown`, 'unknown'],
];
const JAPANESE: readonly (readonly [string, Spoken])[] = [
  [String.raw`該当(?:製品)?[がは]?(?:なし|無し|ありません|ない)`, 'not-affected'],
  [String.raw`影響(?:[がは]?(?:なし|無し|ありません|ない)|を?受け(?:ない|ません))`, 'not-affected'],
  [String.raw`該当(?:製品)?[がは]?(?:あり|有り|あります)`, 'affected'],
  [String.raw`影響(?:[がは]?(?:あり|有り|あります)|を?受け(?:る|ます))`, 'affected'],
  [String.raw`(?:現在)?調査中`, 'investigating'],
  [String.raw`修正(?:済み?|版|バージョン)`, 'fixed'],
  [String.raw`不明`, 'unknown'],
];

/**
 * Longest words first, so that “not affected” never becomes “affected” and “affected, investigating” never loses its half.
 * VULDEF has no status that says only “investigating”: its `unknown` is the one for products under investigation.
 */
const PATTERNS: readonly (readonly [RegExp, Spoken])[] = [
  ...LATIN.flatMap(([words, spoken]) => withInvestigating(words, spoken, LATIN_END)),
  ...JAPANESE.flatMap(([words, spoken]) => withInvestigating(words, spoken, JAPANESE_END)),
];

function withInvestigating(words: string, spoken: Spoken, end: string): [RegExp, Spoken][] {
  const plain: [RegExp, Spoken] = [new RegExp(words + end, 'iuy'), spoken];
  if (spoken !== 'affected' && spoken !== 'not-affected') return [plain];
  return [[new RegExp(words + INVESTIGATING, 'iuy'), `${spoken}-investigating`], plain];
}

/** For “did you mean”, in the words that a person would type. */
const SUGGESTED = [
  ...['affected', 'not affected', 'unknown', 'fixed in', 'fixed', 'investigating'],
  ...['affected, investigating', 'not affected, investigating'],
  ...['該当製品あり', '該当製品なし', '不明', '調査中', '修正済み'],
];

/**
 * Reads a status at an offset of a folded text: `not affected`, `該当製品あり（調査中）`, `affected, fixed in 2.4.1, 3.0`,
 * `2.4.1 で修正`. A fix without a status says that products were affected.
 * @param text one line, folded, without the free text behind the colon
 */
export function parseStatusWords(text: string, start = 0): SpokenStatus | CommandProblem {
  const offset = start + (/^[ ,]*/.exec(text.slice(start))?.[0].length ?? 0);
  if (offset >= text.length) return { kind: 'missing-status', params: {} };
  const found = matchWords(text, offset);
  if (found === undefined) return parseFixBehind(text, offset) ?? unknownStatus(text.slice(offset));
  return joinFix(found, parseFix(text, found.spoken === 'fixed' ? offset : found.end));
}

function joinFix({ spoken, end }: Found, fix: Fix | undefined): SpokenStatus | CommandProblem {
  if (fix?.versions.length === 0) return { kind: 'missing-version', params: {} };
  if (fix !== undefined && !FIXABLE.has(spoken)) return { kind: 'fixed-not-affected', params: {} };
  return {
    status: STATUS_OF[spoken],
    fixed: fix?.versions ?? [],
    isOnlyInvestigating: spoken === 'investigating',
    end: fix?.end ?? end,
  };
}

const FIXABLE: ReadonlySet<Spoken> = new Set(['fixed', 'affected', 'affected-investigating']);
const STATUS_OF: Readonly<Record<Spoken, SpokenStatus['status']>> = {
  affected: 'affected',
  'affected-investigating': 'affected-investigating',
  'not-affected': 'not-affected',
  'not-affected-investigating': 'not-affected-investigating',
  unknown: 'unknown',
  fixed: 'affected',
  investigating: 'unknown',
};

interface Found {
  spoken: Spoken;
  end: number;
}
interface Fix {
  versions: string[];
  end: number;
}

function matchWords(text: string, offset: number): Found | undefined {
  for (const [pattern, spoken] of PATTERNS) {
    pattern.lastIndex = offset;
    if (pattern.test(text)) return { spoken, end: pattern.lastIndex };
  }
  return undefined;
}

const FIX =
  /[ ,、(;_-]*(?:(?:fixed|patched)(?:[ _-]*in)?(?!\p{L})|修正(?:済み?|版|バージョン)(?!\p{sc=Hiragana}))[ :_-]*(?:versions?(?!\p{L})|バージョン)?[ :]*/iuy;
const FIX_BEHIND =
  /^[ ,、(]*((?:v|ver\.?|バージョン) ?\d.{0,500}?|\d.{0,500}?) ?(?:で|にて|において)修正(?:済み?|しました|されました|されています)?/iu;
const BETWEEN_VERSIONS = / *[,、;] *| (?:and|or) |および|及び|または/iu;
const DECORATION = /[\p{Extended_Pictographic}\u{1F3FB}-\u{1F3FF}\s!.。)]+$/u;

/** The versions behind “fixed in”; none of them when the words stand there alone. */
function parseFix(text: string, offset: number): Fix | undefined {
  FIX.lastIndex = offset;
  if (!FIX.test(text)) {
    const behind = FIX_BEHIND.exec(text.slice(offset));
    if (behind?.[1] === undefined) return undefined;
    return { versions: splitVersions(behind[1]), end: offset + behind[0].length };
  }
  return { versions: splitVersions(text.slice(FIX.lastIndex)), end: text.length };
}

/** `2.4.1 で修正`: a fix before any word of a status. */
function parseFixBehind(text: string, offset: number): SpokenStatus | undefined {
  const fix = parseFix(text, offset);
  if (fix === undefined) return undefined;
  return { status: 'affected', fixed: fix.versions, isOnlyInvestigating: false, end: fix.end };
}

function splitVersions(text: string): string[] {
  const versions = text.split(BETWEEN_VERSIONS).map((version) => version.replace(DECORATION, '').trim());
  return versions.filter((version) => version !== '');
}

function unknownStatus(written: string): CommandProblem {
  const words = written.slice(0, 200).split(' ');
  const beginnings = [words.length, 3, 2, 1].map((count) => words.slice(0, count).join(' '));
  const suggested = beginnings.map((beginning) => nearest(beginning, SUGGESTED)).find((each) => each);
  return { kind: 'unknown-status', params: { written, nearest: suggested ?? '' } };
}
