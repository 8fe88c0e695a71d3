import { formatVersionRange, isRangeProblem, parseVersionRange } from '#domain/version-range.ts';
import { parseVersionProse } from '#domain/version-prose.ts';

/** What a text about affected versions says. */
interface ReadVersionText {
  readonly ranges: readonly string[];
  readonly fixed: readonly string[];
  /** The text itself, where no range can say it. */
  readonly note?: string;
}

const ALL = /^(?:\*|(?:all|any)(?: (?:versions?|releases?))?|全(?:ての)?バージョン|すべてのバージョン)\.?$/iu;
const NOTHING = /^(?:n\/?a|none|unknown|unspecified|undefined|-|not applicable|not specified|不明)\.?$/iu;

/** Whether a text stands where somebody had nothing to say. */
export function isPlaceholder(text: string): boolean {
  return NOTHING.test(text.trim());
}

/** Whether a text means every version. */
export function isEveryVersion(text: string): boolean {
  return ALL.test(text.trim());
}

/** Reads one version, a range or a phrase; `undefined` where it says nothing. */
export function readVersionText(text: string): ReadVersionText | undefined {
  if (isPlaceholder(text)) return undefined;
  if (isEveryVersion(text)) return { ranges: ['*'], fixed: [] };
  const range = parseVersionRange(text);
  if (!isRangeProblem(range)) return { ranges: [formatVersionRange(range)], fixed: [] };
  if (range.problem === 'bad-version' && range.suggestion !== undefined) {
    return { ranges: [range.suggestion], fixed: [] };
  }
  const prose = parseVersionProse(text) ?? parseVersionProse(text.replace(/^(?:and )?(?:firmware )?/iu, ''));
  if (prose === undefined) return { ranges: [], fixed: [], note: text };
  return { ranges: prose.ranges, fixed: prose.fixed ?? [] };
}
