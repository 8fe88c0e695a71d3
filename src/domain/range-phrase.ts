import { readVersionRange, type VersionRange } from './version-range.ts';

/**
 * The words of a version range, as readers of jvn.jp know them and as the tools that read such pages parse them.
 *
 * | Range | Japanese | English |
 * |---|---|---|
 * | `*` | すべてのバージョン | all versions |
 * | `=X` | X | X |
 * | `<=Y` | Y およびそれ以前 | Y and earlier |
 * | `<Y` | Y より前のバージョン | prior to Y |
 * | `>=X` | X およびそれ以降 | X and later |
 * | `>X` | X より後 | later than X |
 * | `>=X <=Y` | X から Y まで | versions from X to Y |
 * | `>=X <Y` | X 以上 Y 未満 | versions from X prior to Y |
 * | `>X <=Y` | X より後 Y 以下 | versions later than X up to and including Y |
 * | `>X <Y` | X より後 Y 未満 | versions later than X prior to Y |
 *
 * The words say the same as the range, so the page never promises more than the data. They start with the version
 * (or stand for all), so a product's name can go in front: `PgpoolAdmin 4.0 およびそれ以前`.
 */
export function formatRangePhrase(range: VersionRange, language: 'ja' | 'en'): string {
  if (range.kind === 'all') return language === 'ja' ? 'すべてのバージョン' : 'all versions';
  if (range.kind === 'exact') return range.version;
  const lower = range.lower?.version ?? '';
  const upper = range.upper?.version ?? '';
  const shape = `${sideOf(range.lower)}${sideOf(range.upper)}` as const;
  return phrases[shape][language](lower, upper);
}

/** `[` inclusive, `(` exclusive, `-` unbounded: the first letter stands for the lower side, the second for the upper. */
const phrases = {
  '--': { ja: () => 'すべてのバージョン', en: () => 'all versions' },
  '-[': { ja: (_, y) => `${y} およびそれ以前`, en: (_, y) => `${y} and earlier` },
  '-(': { ja: (_, y) => `${y} より前のバージョン`, en: (_, y) => `prior to ${y}` },
  '[-': { ja: (x) => `${x} およびそれ以降`, en: (x) => `${x} and later` },
  '(-': { ja: (x) => `${x} より後`, en: (x) => `later than ${x}` },
  '[[': { ja: (x, y) => `${x} から ${y} まで`, en: (x, y) => `versions from ${x} to ${y}` },
  '[(': { ja: (x, y) => `${x} 以上 ${y} 未満`, en: (x, y) => `versions from ${x} prior to ${y}` },
  '([': {
    ja: (x, y) => `${x} より後 ${y} 以下`,
    en: (x, y) => `versions later than ${x} up to and including ${y}`,
  },
  '((': { ja: (x, y) => `${x} より後 ${y} 未満`, en: (x, y) => `versions later than ${x} prior to ${y}` },
} as const satisfies Record<string, Record<'ja' | 'en', (lower: string, upper: string) => string>>;

function sideOf(bound: { readonly inclusive: boolean } | undefined): '-' | '[' | '(' {
  if (bound === undefined) return '-';
  return bound.inclusive ? '[' : '(';
}

/**
 * The phrase of a range as front matter writes it.
 * @throws on a text that is no range: `npm run check` refuses it, so the content was not checked
 */
export function toRangePhrase(text: string, language: 'ja' | 'en'): string {
  return formatRangePhrase(readVersionRange(text), language);
}
