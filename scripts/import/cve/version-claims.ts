import { compareVersions } from '#domain/version.ts';
import { isRangeProblem, isVersion, parseVersionRange } from '#domain/version-range.ts';
import { items, type Place, retell, drop, member, text } from '#formats/foreign/foreign-document.ts';
import { readLine } from '../facts/plain-line.ts';
import { edgeOf, formatSpan, type VersionSpan } from '../facts/version-span.ts';
import { isEveryVersion, isPlaceholder, readVersionText } from '../facts/version-text.ts';

export type CveStatus = 'affected' | 'unaffected' | 'unknown';

/** What one entry of `versions[]` says of some versions of a product. */
export interface VersionClaim {
  readonly status: CveStatus;
  /** The versions, in the range language of advisories. */
  readonly ranges: readonly string[];
  /** Versions of which it says that they have the fix. */
  readonly fixed: readonly string[];
  /** The versions in words, where no range can say which they are. */
  readonly words?: string;
}

/** A status (CVE Record Format 5.1, `status`), told on; `unknown` where there is none or another. */
export function readStatus(place: Place, key: string): CveStatus {
  const said = text(place, key)?.toLowerCase();
  return said === 'affected' || said === 'unaffected' ? said : 'unknown';
}

/**
 * What an entry of `versions[]` claims: of one version, or of a range from `version` to `lessThan` or
 * `lessThanOrEqual`, in which the status may change (`changes[]`).
 */
export function readVersionClaims(entry: Place): VersionClaim[] {
  const status = readStatus(entry, 'status');
  const upper = readUpper(entry);
  const changes = readChanges(entry);
  if (upper === undefined && changes.length === 0) return readSingle(entry, status);
  const written = readBegin(entry);
  // Some write the first safe version twice and mean everything before it.
  const begin = written === upper?.version && upper?.inclusive === false ? undefined : written;
  const segments = cutSegments({ status, begin, upper, changes });
  const claims = segments.map(({ status: claimed, span, fixed }) => claimOf(claimed, span, fixed));
  // Parts of hashes have no order.
  const isOrdered = member(entry, 'versionType').value !== 'git';
  if (isOrdered && claims.every(({ words }) => words === undefined)) return claims;
  return [{ status, ranges: [], fixed: [], words: describe(begin, upper, changes) }];
}

function readSingle(entry: Place, status: CveStatus): VersionClaim[] {
  const version = readLine(entry, 'version');
  if (version === undefined) return [];
  if (member(entry, 'versionType').value === 'git')
    return [{ status, ranges: [], fixed: [], words: `commit ${version}` }];
  const read = readVersionText(version);
  if (read === undefined) {
    drop(member(entry, 'version'), 'placeholder');
    return [];
  }
  const { ranges, fixed, note } = read;
  const after = ranges.join(', ');
  if (note === undefined && after !== `=${version}` && after !== version)
    retell(member(entry, 'version'), after);
  return [{ status, ranges, fixed, ...(note !== undefined && { words: note }) }];
}

interface Upper {
  readonly version: string;
  readonly inclusive: boolean;
}

function readUpper(entry: Place): Upper | undefined {
  const before = readLine(entry, 'lessThan');
  if (before !== undefined) return { version: before, inclusive: false };
  const through = readLine(entry, 'lessThanOrEqual');
  return through === undefined ? undefined : { version: through, inclusive: true };
}

/** Words for the first version of all. */
const BEGIN = /^(?:previous|earlier|initial|first)(?: (?:versions?|releases?))?$/iu;

/** The lower bound; `0`, `*` and words for nothing stand before every version. */
function readBegin(entry: Place): string | undefined {
  const version = readLine(entry, 'version');
  if (version === undefined) return undefined;
  if (isPlaceholder(version)) drop(member(entry, 'version'), 'placeholder');
  return version === '0' || isEveryVersion(version) || isPlaceholder(version) || BEGIN.test(version)
    ? undefined
    : version;
}

interface Change {
  readonly at: string;
  readonly status: CveStatus;
}

function readChanges(entry: Place): Change[] {
  return items(entry, 'changes').flatMap((change) => {
    const at = readLine(change, 'at');
    return at === undefined ? [] : [{ at, status: readStatus(change, 'status') }];
  });
}

interface Segment {
  readonly status: CveStatus;
  readonly span: VersionSpan;
  readonly fixed: readonly string[];
}

function cutSegments(told: {
  readonly status: CveStatus;
  readonly begin: string | undefined;
  readonly upper: Upper | undefined;
  readonly changes: readonly Change[];
}): Segment[] {
  const { upper, changes } = told;
  const segments: Segment[] = [];
  const isBounded = upper !== undefined && !isEveryVersion(upper.version) && !isPlaceholder(upper.version);
  const end = isBounded ? edgeOf(upper.version, upper.inclusive, 'upper') : undefined;
  let { status } = told;
  let lower = told.begin === undefined ? undefined : edgeOf(told.begin, true, 'lower');
  for (const { at, status: next } of changes) {
    const fixed = status === 'affected' && next === 'unaffected' ? [at] : [];
    if (end !== undefined && isAtEnd(at, end)) {
      return [...segments, { status, span: { ...(lower && { lower }), upper: end }, fixed }];
    }
    segments.push({
      status,
      span: { ...(lower && { lower }), upper: { version: at, inclusive: false } },
      fixed,
    });
    [lower, status] = [{ version: at, inclusive: true }, next];
  }
  return [...segments, { status, span: { ...(lower && { lower }), ...(end && { upper: end }) }, fixed: [] }];
}

/** A change at the end of the range or behind it says nothing of the versions between. */
function isAtEnd(at: string, { version }: Upper): boolean {
  return isVersion(at) && isVersion(version) && compareVersions(at, version) >= 0;
}

function claimOf(status: CveStatus, span: VersionSpan, fixed: readonly string[]): VersionClaim {
  const range = formatSpan(span);
  return range === undefined
    ? { status, ranges: [], fixed: [], words: '?' }
    : { status, ranges: [range], fixed };
}

function describe(begin: string | undefined, upper: Upper | undefined, changes: readonly Change[]): string {
  const parts = [
    ...(begin === undefined ? [] : [`from ${begin}`]),
    ...(upper === undefined ? [] : [`${upper.inclusive ? 'through' : 'before'} ${upper.version}`]),
    ...changes.map(({ at, status }) => `(${status} from ${at})`),
  ];
  return parts.join(' ');
}

/** The spans that ranges stand for; those that cannot be read stand for none. */
export function spansOf(ranges: readonly string[]): VersionSpan[] {
  return ranges.flatMap((text) => {
    const range = parseVersionRange(text);
    if (isRangeProblem(range)) return [];
    if (range.kind === 'all') return [{}];
    if (range.kind === 'span') return [range];
    const edge = { version: range.version, inclusive: true };
    return [{ lower: edge, upper: edge }];
  });
}
