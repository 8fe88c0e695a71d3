import { isRangeProblem, parseVersionRange, type VersionRange } from '#domain/version-range.ts';
import { toSemanticVersion } from './semantic-version.ts';

/** Every range that can be read; others are refused by the check. */
export function readRanges(ranges: readonly string[]): VersionRange[] {
  return ranges.flatMap((text) => {
    const range = parseVersionRange(text);
    return isRangeProblem(range) ? [] : range;
  });
}

/** Whether every version that ranges and fixes name has a semantic form. */
export function areSemantic(ranges: readonly VersionRange[], fixed: readonly string[]): boolean {
  const named = [...ranges.flatMap(versionsIn), ...fixed];
  return named.every((version) => toSemanticVersion(version) !== undefined);
}

function versionsIn(range: VersionRange): string[] {
  if (range.kind === 'all') return [];
  if (range.kind === 'exact') return [range.version];
  return [range.lower, range.upper].flatMap((bound) => bound?.version ?? []);
}
