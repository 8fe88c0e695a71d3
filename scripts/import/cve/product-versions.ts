import { compareVersions } from '#domain/version.ts';
import { isVersion } from '#domain/version-range.ts';
import { items, member, type Place, tell, text } from '#formats/foreign/foreign-document.ts';
import { askRanges, complementOf, formatSpan } from '../facts/version-span.ts';
import {
  type CveStatus,
  readStatus,
  readVersionClaims,
  spansOf,
  type VersionClaim,
} from './version-claims.ts';
import { unique } from '#formats/foreign/unique.ts';

/** What a product of a CVE record says of its versions. */
export interface ProductVersions {
  readonly ranges: string[];
  readonly fixed: string[];
  readonly notes: string[];
  /** Commits, where its versions are some. */
  readonly introducedBy: string[];
  readonly fixedBy: string[];
  /** What holds for the product as a whole: whether anything of it is affected at all. */
  readonly status: CveStatus;
}

/**
 * Versions of a product (CVE Record Format 5.1, `affected[].versions` and `defaultStatus`).
 *
 * Where every version is affected by default, the affected ones are what the unaffected ones leave over. Where every
 * version is unaffected by default, the end of an affected range (`lessThan`) has the fix: the record says that it is
 * not affected. Nothing is made of a default that is `unknown`, which is also what a missing one means.
 */
export function readProductVersions(product: Place): ProductVersions {
  const byDefault = readStatus(product, 'defaultStatus');
  const entries = items(product, 'versions');
  const commits = entries.filter(isOfCommits);
  const claims = entries.filter((entry) => !commits.includes(entry)).flatMap(readVersionClaims);
  const { introducedBy, fixedBy, notes } = readCommits(commits);
  const told = joinClaims(claims, byDefault, entries.length === 0);
  const all = { ...told, notes: [...told.notes, ...notes], introducedBy, fixedBy };
  return { ...all, status: statusOf(entries, byDefault) };
}

/** A product is not affected when nothing that is said of it is anything else. */
function statusOf(entries: readonly Place[], byDefault: CveStatus): CveStatus {
  if (entries.length === 0 || byDefault === 'affected') return byDefault;
  return byDefault === 'unaffected' && entries.every(isUnaffected) ? 'unaffected' : 'affected';
}

function isUnaffected(entry: Place): boolean {
  return [entry, ...items(entry, 'changes')].every((place) => readStatus(place, 'status') === 'unaffected');
}

function joinClaims(
  claims: readonly VersionClaim[],
  byDefault: CveStatus,
  isEmpty: boolean,
): Pick<ProductVersions, 'ranges' | 'fixed' | 'notes'> {
  const of = (status: CveStatus): VersionClaim[] => claims.filter((claim) => claim.status === status);
  const [affected, unaffected, unknown] = [of('affected'), of('unaffected'), of('unknown')];
  const rest = byDefault === 'affected' ? restOf(unaffected, affected.length === 0) : undefined;
  const ranges = unique(rest?.ranges ?? affected.flatMap((claim) => claim.ranges));
  const safe = [
    ...(rest?.fixed ?? []),
    ...affected.flatMap((claim) => claim.fixed),
    ...unaffected.flatMap((claim) => firstSafe(claim, affected)),
    ...(byDefault === 'unaffected' ? affected.flatMap(endsOf) : []),
  ];
  const isAffected = askRanges(ranges);
  const fixed = unique(safe).filter((version) => isVersion(version) && !isAffected(version));
  const isRestSaid = byDefault === 'affected' && rest === undefined && !isEmpty;
  return {
    ranges,
    fixed,
    notes: [
      ...wordsOf(affected),
      ...sentence('Not affected', unaffected, [...fixed, ...ranges]),
      ...sentence('Not known whether affected', unknown),
      ...(isRestSaid ? ['Versions that are not listed are affected'] : []),
    ],
  };
}

/** What is affected besides versions that are not; `undefined` where that cannot be said in ranges. */
function restOf(
  unaffected: readonly VersionClaim[],
  isEmpty: boolean,
): { ranges: string[]; fixed: string[] } | undefined {
  if (unaffected.length === 0) return isEmpty ? { ranges: ['*'], fixed: [] } : undefined;
  if (unaffected.some(({ words }) => words !== undefined)) return undefined;
  const gaps = complementOf(unaffected.flatMap(({ ranges }) => spansOf(ranges)));
  return {
    ranges: gaps.flatMap((gap) => formatSpan(gap) ?? []),
    fixed: gaps.flatMap(({ upper }) => (upper?.inclusive === false ? [upper.version] : [])),
  };
}

/** A single version that is not affected has the fix; so has the begin of a range of such, behind an affected one. */
function firstSafe({ ranges }: VersionClaim, affected: readonly VersionClaim[]): string[] {
  const ends = affected
    .flatMap((claim) => spansOf(claim.ranges))
    .flatMap(({ upper }) => upper?.version ?? []);
  return ranges.flatMap((range) => {
    const [span] = spansOf([range]);
    if (span?.lower?.inclusive !== true) return [];
    const { version } = span.lower;
    const isBehind = ends.some((end) => compareVersions(version, end) >= 0);
    return range.startsWith('=') || isBehind ? [version] : [];
  });
}

function endsOf({ ranges }: VersionClaim): string[] {
  return spansOf(ranges).flatMap(({ upper }) => (upper?.inclusive === false ? [upper.version] : []));
}

function wordsOf(claims: readonly VersionClaim[]): string[] {
  return claims.flatMap(({ words }) => words ?? []);
}

/** @param told versions and ranges of which nothing needs to be said once more */
function sentence(begin: string, claims: readonly VersionClaim[], told: readonly string[] = []): string[] {
  const known = new Set(told.flatMap((text) => text.split(/[\s<>=]+/u)));
  const isTold = (range: string): boolean =>
    range.split(/[\s<>=]+/u).every((part) => part === '' || known.has(part));
  const ranges = claims.flatMap((claim) => claim.ranges).filter((range) => range === '*' || !isTold(range));
  const said = unique([...ranges, ...wordsOf(claims)]);
  return said.length === 0 ? [] : [`${begin}: ${said.join(', ')}`];
}

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;

function isOfCommits(entry: Place): boolean {
  if (member(entry, 'versionType').value !== 'git') return false;
  const named = ['version', 'lessThan', 'lessThanOrEqual'].flatMap((key) => member(entry, key).value ?? []);
  return named.every(
    (value) => typeof value === 'string' && (value === '0' || value === '*' || COMMIT.test(value)),
  );
}

function readCommits(entries: readonly Place[]): Pick<ProductVersions, 'introducedBy' | 'fixedBy' | 'notes'> {
  const introducedBy: string[] = [];
  const fixedBy: string[] = [];
  const notes: string[] = [];
  for (const entry of entries) {
    const status = readStatus(entry, 'status');
    const [begin, before, through] = ['version', 'lessThan', 'lessThanOrEqual'].map((key) =>
      text(entry, key),
    );
    tell(member(entry, 'versionType'));
    if (status === 'affected' && begin !== undefined && COMMIT.test(begin)) introducedBy.push(begin);
    if (status === 'affected' && before !== undefined && COMMIT.test(before)) fixedBy.push(before);
    if (status === 'affected' && through !== undefined) notes.push(`Last affected commit: ${through}`);
    if (status !== 'affected')
      notes.push(`Commits that are ${status}: ${[begin, before ?? through].join(' … ')}`);
  }
  return { introducedBy: unique(introducedBy), fixedBy: unique(fixedBy), notes };
}
