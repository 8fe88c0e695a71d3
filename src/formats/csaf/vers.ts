import { compareVersions } from '#domain/version.ts';
import {
  formatVersionRange,
  isRangeProblem,
  parseVersionRange,
  type VersionRange,
} from '#domain/version-range.ts';

/** A branch of the product tree for some versions of one product (CSAF 2.0 §3.1.2.2). */
export interface VersionBranch {
  category: 'product_version' | 'product_version_range';
  /** One version, or a version range specifier (`vers:generic/>=1.0|<1.4`). */
  name: string;
  /** What the branch stands for; several are a union. */
  ranges: readonly VersionRange[];
}

type Span = Extract<VersionRange, { kind: 'span' }>;

/**
 * The branches for the ranges of a product: each single version one `product_version`, everything else
 * `product_version_range`. Several ranges share one specifier where they can, else each has its own. Texts that are no
 * range are not told here; they are `words`.
 * @param ranges in the range language of `#domain/version-range.ts`
 */
export function toVersionBranches(
  ranges: readonly string[],
  purl?: string,
): { branches: VersionBranch[]; words: string[] } {
  const parsed = ranges.map((text) => ({ text, range: parseVersionRange(text) }));
  const words = parsed.flatMap(({ text, range }) => (isRangeProblem(range) ? [text] : []));
  const known = new Map<string, VersionRange>();
  for (const { range } of parsed) if (!isRangeProblem(range)) known.set(formatVersionRange(range), range);
  const list = [...known.values()];
  const spans = list.filter((range) => range.kind === 'span');
  const groups = [...list.filter(({ kind }) => kind === 'all').map((all) => [all]), ...groupSpans(spans)];
  return {
    branches: [
      ...list.flatMap((range) => (range.kind === 'exact' ? [toVersionBranch(range.version)] : [])),
      ...groups.map((group) => toRangeBranch(group, purl)),
    ],
    words,
  };
}

/** @param version as the grammar of the range language allows it, so never words */
export function toVersionBranch(version: string): VersionBranch {
  return { category: 'product_version', name: version, ranges: [{ kind: 'exact', version }] };
}

function toRangeBranch(ranges: readonly VersionRange[], purl: string | undefined): VersionBranch {
  const constraints = ranges.flatMap(formatConstraints);
  const scheme = schemeOf(purl, ranges.flatMap(versionsOf));
  return { category: 'product_version_range', name: `vers:${scheme}/${constraints.join('|')}`, ranges };
}

/**
 * One specifier holds the spans when they lie apart: its constraints are a line of alternating bounds, in which no
 * version stands twice (Version Range Specifier, “version constraints”).
 */
function groupSpans(spans: readonly Span[]): Span[][] {
  const line = spans.toSorted(compareSpans);
  const lieApart = line.every((span, place) => {
    const next = line[place + 1];
    if (next === undefined) return true;
    return (
      span.upper !== undefined &&
      next.lower !== undefined &&
      compareVersions(span.upper.version, next.lower.version) < 0
    );
  });
  if (line.length === 0) return [];
  return lieApart ? [line] : spans.map((span) => [span]);
}

function compareSpans(a: Span, b: Span): number {
  if (a.lower === undefined || b.lower === undefined) {
    return Number(a.lower !== undefined) - Number(b.lower !== undefined);
  }
  return compareVersions(a.lower.version, b.lower.version);
}

function formatConstraints(range: VersionRange): string[] {
  if (range.kind === 'all') return ['*'];
  if (range.kind === 'exact') return [formatVersion(range.version)];
  const { lower, upper } = range;
  return [
    ...(lower ? [`>${lower.inclusive ? '=' : ''}${formatVersion(lower.version)}`] : []),
    ...(upper ? [`<${upper.inclusive ? '=' : ''}${formatVersion(upper.version)}`] : []),
  ];
}

/** Versions are percent-encoded as in a package URL, which leaves the colon alone. */
function formatVersion(version: string): string {
  return encodeURIComponent(version).replaceAll('%3A', ':');
}

function versionsOf(range: VersionRange): string[] {
  if (range.kind === 'all') return [];
  if (range.kind === 'exact') return [range.version];
  return [range.lower, range.upper].flatMap((bound) => bound?.version ?? []);
}

/** Schemes that order plain dotted numbers exactly as this project does, with the numbers that they take. */
const SCHEMES: Readonly<Record<string, RegExp>> = {
  gem: /^\d+(?:\.\d+)*$/,
  maven: /^\d+(?:\.\d+)*$/,
  npm: /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/,
  nuget: /^\d+(?:\.\d+){0,3}$/,
  pypi: /^\d+(?:\.\d+)*$/,
};

/** The package type's own scheme where it certainly means the same; `generic` otherwise. */
function schemeOf(purl: string | undefined, versions: readonly string[]): string {
  const type = /^pkg:([a-z]+)\//.exec(purl ?? '')?.[1] ?? '';
  const numbers = Object.hasOwn(SCHEMES, type) ? SCHEMES[type] : undefined;
  const isPlain =
    numbers !== undefined && versions.length > 0 && versions.every((each) => numbers.test(each));
  return isPlain ? type : 'generic';
}
