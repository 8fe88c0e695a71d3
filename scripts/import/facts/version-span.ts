import { compareVersions } from '#domain/version.ts';
import {
  formatVersionRange,
  includesVersion,
  isRangeProblem,
  isVersion,
  parseVersionRange,
  type VersionRange,
} from '#domain/version-range.ts';

/** Versions between two bounds; without a bound it is open on that side. */
export interface VersionSpan {
  readonly lower?: VersionEdge;
  readonly upper?: VersionEdge;
}

interface VersionEdge {
  readonly version: string;
  readonly inclusive: boolean;
}

/** The bound that a series (`5.4.*`, `5.4.x`) stands for: its begin below, the begin of the next one above. */
export function edgeOf(version: string, inclusive: boolean, side: 'lower' | 'upper'): VersionEdge {
  const series = /^(\d+(?:\.\d+)*)\.[x*]$/iu.exec(version)?.[1];
  if (series === undefined) return { version, inclusive };
  if (side === 'lower') return { version: series, inclusive: true };
  if (!inclusive) return { version: series, inclusive };
  return { version: series.replace(/\d+$/u, (digits) => String(BigInt(digits) + 1n)), inclusive: false };
}

/** The span in the range language of advisories; `undefined` where it cannot be said there or holds nothing. */
export function formatSpan({ lower, upper }: VersionSpan): string | undefined {
  const bounds = [lower, upper].flatMap((edge) => edge?.version ?? []);
  if (!bounds.every(isVersion)) return undefined;
  if (bounds.length === 0) return '*';
  const text = formatVersionRange({ kind: 'span', ...(lower && { lower }), ...(upper && { upper }) });
  const range = parseVersionRange(text);
  return isRangeProblem(range) ? undefined : formatVersionRange(range);
}

/** A question to ranges: whether one of them holds a version. Ranges that cannot be read hold none. */
export function askRanges(ranges: readonly string[]): (version: string) => boolean {
  const read = ranges.map(parseVersionRange).filter((range): range is VersionRange => !isRangeProblem(range));
  return (version) => read.some((range) => includesVersion(range, version));
}

/** What lies outside all of the spans, lowest first. Their bounds must be versions. */
export function complementOf(spans: readonly VersionSpan[]): VersionSpan[] {
  const sorted = spans.toSorted((a, b) => compareLower(a.lower, b.lower));
  const gaps: VersionSpan[] = [];
  let begin: VersionEdge | undefined;
  let isOpen = true;
  for (const { lower, upper } of sorted) {
    if (!isOpen) break;
    if (lower !== undefined) {
      const gap = { ...(begin && { lower: begin }), upper: inverse(lower) };
      if (formatSpan(gap) !== undefined) gaps.push(gap);
    }
    if (upper === undefined) isOpen = false;
    else begin = laterOf(begin, inverse(upper));
  }
  if (isOpen) gaps.push(begin === undefined ? {} : { lower: begin });
  return gaps;
}

function compareLower(a: VersionEdge | undefined, b: VersionEdge | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compareVersions(a.version, b.version) || Number(b.inclusive) - Number(a.inclusive);
}

function laterOf(a: VersionEdge | undefined, b: VersionEdge): VersionEdge {
  return a !== undefined && compareLower(a, b) > 0 ? a : b;
}

function inverse({ version, inclusive }: VersionEdge): VersionEdge {
  return { version, inclusive: !inclusive };
}
