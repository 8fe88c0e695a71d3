import { compareVersions } from '#domain/version.ts';
import { isVersion, type VersionRange } from '#domain/version-range.ts';
import { areSemantic, readRanges } from '#formats/packages/read-ranges.ts';
import { nextSemanticVersion, toSemanticVersion } from '#formats/packages/semantic-version.ts';
import type { OsvEvent, OsvRange } from './osv-record.ts';

type Span = Extract<VersionRange, { kind: 'span' }>;

/** What the range language says, in the words of OSV. */
export interface OsvVersions {
  ranges: OsvRange[];
  versions: string[];
}

/**
 * Affected versions as OSV ranges (OSV 1.7, `affected[].ranges`), one per range, and exact versions as `versions`.
 *
 * The range is of type `SEMVER` when the registry accepts semantic versions only and every version that is named has
 * such a form; then an exclusive lower bound is the least version above it. `ECOSYSTEM` ranges know no order that could
 * be asked here, so they begin with the bound itself: one version too many rather than one too few.
 */
export function toOsvVersions(
  { ranges, fixed }: { ranges: readonly string[]; fixed: readonly string[] },
  isSemantic: boolean,
): OsvVersions {
  const read = readRanges(ranges);
  const fixes = fixed.filter(isVersion);
  const scheme = isSemantic && areSemantic(read, fixes) ? SEMANTIC : AS_WRITTEN;
  return {
    ranges: read
      .filter((range) => range.kind !== 'exact')
      .map((range) => ({
        type: scheme.type,
        events:
          range.kind === 'all'
            ? [{ introduced: '0' }]
            : toEvents(range, closestFix(range, read, fixes), scheme),
      })),
    versions: read.flatMap((range) => (range.kind === 'exact' ? [scheme.write(range.version)] : [])),
  };
}

interface Scheme {
  type: 'SEMVER' | 'ECOSYSTEM';
  write: (version: string) => string;
  next: (version: string) => string;
}

const SEMANTIC: Scheme = {
  type: 'SEMVER',
  write: (version) => toSemanticVersion(version) ?? version,
  next: nextSemanticVersion,
};
const AS_WRITTEN: Scheme = {
  type: 'ECOSYSTEM',
  write: (version) => version,
  next: (version) => version,
};

function toEvents({ lower, upper }: Span, fix: string | undefined, { write, next }: Scheme): OsvEvent[] {
  const first = lower && (lower.inclusive ? write(lower.version) : next(write(lower.version)));
  const introduced = { introduced: first ?? '0' };
  if (upper === undefined) return [introduced];
  if (!upper.inclusive) return [introduced, { fixed: write(upper.version) }];
  return [introduced, fix === undefined ? { last_affected: write(upper.version) } : { fixed: write(fix) }];
}

/**
 * The fixed version that ends a range with an inclusive upper bound. OSV prefers it to the last affected version, after
 * which versions would count as safe that nobody has spoken about. A fix behind the begin of another range ends that one.
 */
function closestFix(
  { upper }: Span,
  all: readonly VersionRange[],
  fixed: readonly string[],
): string | undefined {
  if (!upper?.inclusive) return undefined;
  const isAbove = (version: string) => compareVersions(version, upper.version) > 0;
  const fix = fixed.filter(isAbove).toSorted(compareVersions)[0];
  if (fix === undefined) return undefined;
  const begins = all.flatMap((range) => {
    if (range.kind === 'exact') return range.version;
    return range.kind === 'span' ? (range.lower?.version ?? []) : [];
  });
  return begins.some((begin) => isAbove(begin) && compareVersions(begin, fix) < 0) ? undefined : fix;
}
