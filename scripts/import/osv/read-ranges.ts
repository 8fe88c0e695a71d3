import { compareVersions } from '#domain/version.ts';
import { isVersion } from '#domain/version-range.ts';
import { drop, items, member, members, type Place, retell, text } from '#formats/foreign/foreign-document.ts';
import { readAddress } from '../facts/address.ts';
import { toLine } from '../facts/plain-line.ts';
import { formatSpan, type VersionSpan } from '../facts/version-span.ts';
import type { Refusal } from '../format.ts';

export interface OsvVersions {
  readonly ranges: readonly string[];
  readonly fixed: readonly string[];
  /** What no range can say, in words. */
  readonly notes: readonly string[];
}

const KINDS = ['introduced', 'fixed', 'last_affected', 'limit'] as const;

interface Event {
  readonly kind: (typeof KINDS)[number];
  readonly version: string;
  readonly place: Place;
}

/** The events of a range, in the order in which they are written. */
function readEvents(range: Place): Event[] {
  return items(range, 'events').flatMap((event) =>
    KINDS.flatMap((kind) => {
      const version = toLine(text(event, kind) ?? '');
      return version === '' ? [] : [{ kind, version, place: member(event, kind) }];
    }),
  );
}

/** Why a range of events means nothing (OSV 1.7, `affected[].ranges[].events`): it never begins, or ends where it begins. */
function problemOf(range: Place, events: readonly Event[]): Refusal | undefined {
  const list = member(range, 'events');
  if (!events.some(({ kind }) => kind === 'introduced')) {
    return { why: 'missing', at: list.pointer, what: 'introduced' };
  }
  const empty = events.find(({ kind, version }, index) => {
    const before = events[index - 1];
    return (
      kind !== 'introduced' &&
      kind !== 'last_affected' &&
      before?.kind === 'introduced' &&
      before.version === version
    );
  });
  return (
    empty && { why: 'unreadable', at: empty.place.pointer, what: `introduced: ${empty.version.slice(0, 40)}` }
  );
}

/**
 * A range of type `SEMVER` or `ECOSYSTEM` in the range language. Events count in the order of their versions, whatever
 * their order in the record (OSV 1.7, evaluation). `0`, and `0.0.0-0` in semantic versions, stand before all others.
 */
export function readVersionRange(range: Place): OsvVersions | Refusal {
  const events = readEvents(range);
  const problem = problemOf(range, events);
  if (problem !== undefined) return problem;
  const spans = toSpans(sortEvents(events));
  const ranges = spans.map(({ span }) => formatSpan(span));
  if (ranges.some((text) => text === undefined))
    return { ranges: [], fixed: [], notes: [describeEvents(events)] };
  for (const { place } of events) if (isBegin(place.value)) retell(place, '*');
  return {
    ranges: ranges.flatMap((text) => text ?? []),
    fixed: events.flatMap(({ kind, version }) => (kind === 'fixed' ? [version] : [])),
    notes: [],
  };
}

function sortEvents(events: readonly Event[]): readonly Event[] {
  if (!events.every(({ version }) => isVersion(version))) return events;
  return events.toSorted((a, b) => {
    const begins = Number(isBegin(b.version)) - Number(isBegin(a.version));
    return begins || compareVersions(a.version, b.version);
  });
}

function isBegin(version: unknown): boolean {
  return version === '0' || version === '0.0.0-0';
}

function toSpans(events: readonly Event[]): { span: VersionSpan }[] {
  const spans: { span: VersionSpan }[] = [];
  let begin: string | undefined;
  for (const { kind, version } of events) {
    if (kind === 'introduced') begin ??= version;
    else if (begin !== undefined) {
      spans.push({ span: spanFrom(begin, { version, inclusive: kind === 'last_affected' }) });
      begin = undefined;
    }
  }
  return begin === undefined ? spans : [...spans, { span: spanFrom(begin) }];
}

function spanFrom(begin: string, upper?: VersionSpan['upper']): VersionSpan {
  return { ...(!isBegin(begin) && { lower: { version: begin, inclusive: true } }), ...(upper && { upper }) };
}

/** Events in words, as the record writes them: `introduced 12:0, fixed 12:2021-10-01`. */
function describeEvents(events: readonly Pick<Event, 'kind' | 'version'>[]): string {
  return events.map(({ kind, version }) => `${kind.replace('_', ' ')} ${version}`).join(', ');
}

/** Ranges that belong to something else than the package’s own versions, in words. */
export function describeRange(range: Place): string | undefined {
  const events = readEvents(range);
  const type = member(range, 'type');
  drop(type, 'internal');
  return events.length === 0 ? undefined : describeEvents(events);
}

/** The commits of one repository. */
export interface OsvCommits {
  readonly repository: string;
  readonly introduced: readonly string[];
  readonly fixed: readonly string[];
}

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;

/** A range of type `GIT`; `undefined` where it names no whole commit or no repository that readers can reach. */
export function readCommitRange(range: Place): OsvCommits | Refusal | undefined {
  const events = readEvents(range);
  const problem = problemOf(range, events);
  if (problem !== undefined) return problem;
  const repository = readAddress(range, 'repo');
  const of = (wanted: Event['kind']): string[] =>
    events.flatMap(({ kind, version }) => (kind === wanted && COMMIT.test(version) ? [version] : []));
  const [introduced, fixed] = [of('introduced'), of('fixed')];
  for (const { kind, version, place } of events) {
    if (kind === 'introduced' && version === '0') continue;
    if (!COMMIT.test(version)) drop(place, 'unreadable');
    else if (kind === 'last_affected' || kind === 'limit') drop(place, 'no-place');
  }
  if (repository === undefined) {
    for (const { place } of events) drop(place, 'no-place');
    return undefined;
  }
  return { repository, introduced, fixed };
}

/** What a range carries for the database alone. */
export function dropRangeExtras(range: Place): void {
  for (const [, value] of members(range, 'database_specific')) drop(value, 'no-place');
}
