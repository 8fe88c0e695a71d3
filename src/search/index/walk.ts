import type { SearchOrder } from '../search-engine.ts';
import type { Candidates } from './directory.ts';
import { type Held, RANK } from './match-phrase.ts';
import { rankWords } from './rank-words.ts';
import type { SegmentAnswer } from './search-segment.ts';
import type { StoredWords } from './stored.ts';
import type { Wanted } from './wanted.ts';

/** A record that matches; while that is not certain, it may. */
export interface Match extends Held {
  /** Numbers of the segment and of the record in it: both grow with time. */
  segment: number;
  record: number;
  /** Whether the query names it. */
  named: boolean;
}

export interface Walk {
  /** The best first; at least as many as were wanted, when there are so many. */
  matches: readonly Match[];
  /** Every match of every segment that was looked at, and those that may be one. */
  seen: readonly Match[];
  /** The oldest match that was looked at, when segments were left. */
  stoppedAt?: Match;
}

export interface WalkRequest {
  wanted: Wanted;
  order: SearchOrder;
  limit: number;
  /** Looks at all segments, also when there are enough matches. */
  everything: boolean;
  candidates: Candidates;
}

/** What the walk asks of the index. */
export interface Guide {
  /** How many records a segment has. */
  count: (segment: number) => number;
  search: (segment: number, wanted: Wanted) => Promise<SegmentAnswer>;
  readWords: (match: Match) => Promise<StoredWords>;
}

/** Records of this many neighbours are told apart by how well they match, further ones by time. */
const NEIGHBOURS = 400;

/** A step into older segments is worth its time when it looks at so many records. */
const FEWEST_RECORDS = 64;

/**
 * Looks for the best matches, newest segments first, and stops when there are enough. What is better is looked for in
 * all segments before anything worse is taken from any, so that more matches only ever stand behind those known before.
 */
export async function walkSegments(guide: Guide, request: WalkRequest): Promise<Walk> {
  const found = new Map<number, Promise<Match[]>>();
  const search = (segment: number): Promise<Match[]> => {
    const known = found.get(segment) ?? matchSegment(guide, segment, request);
    found.set(segment, known);
    return known;
  };
  const matches: Match[] = [];
  for (const { ranks, segments } of planPasses(request)) {
    for (const step of planSteps(segments, guide)) {
      if (matches.length >= request.limit) break;
      for (const all of await Promise.all(step.map(search))) {
        matches.push(...(await confirm(guide, request, all, ranks, request.limit - matches.length)));
      }
    }
  }
  const held = listSegments(request.candidates[RANK.text] ?? 0n);
  if (request.everything) await Promise.all(held.map(search));
  const seen = (await Promise.all(found.values())).flat().filter(({ rank }) => Number.isFinite(rank));
  const stoppedAt = matches.at(-1);
  const left = held.some((segment) => !found.has(segment));
  return { matches, seen, ...(left && stoppedAt && { stoppedAt }) };
}

/** Segments that are read at once: one at first, because it often suffices, and then about as many records as before. */
function planSteps(segments: readonly number[], { count }: Guide): number[][] {
  const steps: number[][] = [];
  let [before, here] = [0, 0];
  for (const segment of segments) {
    const step = steps.at(-1);
    if (step && steps.length > 1 && here < Math.max(FEWEST_RECORDS, before)) step.push(segment);
    else {
      steps.push([segment]);
      [before, here] = [before + here, 0];
    }
    here += count(segment);
  }
  return steps;
}

interface Pass {
  ranks: readonly number[];
  /** Newest first. */
  segments: readonly number[];
}

function planPasses({ candidates, order }: WalkRequest): Pass[] {
  const names = [RANK.wholeName, RANK.title, RANK.name];
  const groups: number[][] = [
    [RANK.id],
    ...(order === 'newest' ? [names] : names.map((rank) => [rank])),
    [RANK.text],
  ];
  return groups.map((ranks) => ({ ranks, segments: listSegments(candidates[Math.max(...ranks)] ?? 0n) }));
}

/** Newest first. */
function listSegments(set: bigint): number[] {
  const segments: number[] = [];
  for (let segment = 0, rest = set; rest > 0n; segment += 1, rest >>= 1n) {
    if ((rest & 1n) === 1n) segments.push(segment);
  }
  return segments.toReversed();
}

/** In the order in which they are to be shown, as far as that is certain. */
async function matchSegment({ search }: Guide, number: number, request: WalkRequest): Promise<Match[]> {
  const { held, named } = await search(number, request.wanted);
  const bestHere = bestRankIn(number, request.candidates);
  return [...held]
    .map(([record, { rank, score, certain }]) => {
      const isNamed = named.has(record);
      // The identifier is all that was asked for.
      const isSure = certain || (isNamed && request.wanted.terms.length === 1);
      return {
        segment: number,
        record,
        rank: isNamed ? RANK.id : Math.max(rank, bestHere),
        score,
        certain: isSure,
        named: isNamed,
      };
    })
    .sort(comparing(request.order));
}

/** The best rank that a record of a segment can have by what the directory says. */
function bestRankIn(segment: number, candidates: Candidates): number {
  const ranks = [RANK.wholeName, RANK.title, RANK.name];
  return ranks.find((rank) => (((candidates[rank] ?? 0n) >> BigInt(segment)) & 1n) === 1n) ?? RANK.text;
}

function comparing(order: SearchOrder): (a: Match, b: Match) => number {
  return (a, b) => {
    if (order === 'newest') return b.record - a.record;
    const byTime = Math.floor(b.record / NEIGHBOURS) - Math.floor(a.record / NEIGHBOURS);
    return byTime || b.score - a.score || b.record - a.record;
  };
}

/** The first matches of some ranks; those of which it is not certain are read until there are enough. */
async function confirm(
  guide: Guide,
  { wanted }: WalkRequest,
  all: readonly Match[],
  ranks: readonly number[],
  limit: number,
): Promise<Match[]> {
  const hopeful = all.filter(({ rank }) => ranks.includes(rank));
  const confirmed: Match[] = [];
  for (let at = 0; at < hopeful.length && confirmed.length < limit;) {
    const batch = hopeful.slice(at, at + limit - confirmed.length);
    await Promise.all(batch.filter(({ certain }) => !certain).map((match) => readRank(guide, wanted, match)));
    confirmed.push(...batch.filter(({ rank }) => ranks.includes(rank)));
    at += batch.length;
  }
  return confirmed;
}

/** Corrects the rank of a match by its words; one that is none has no finite rank. */
async function readRank({ readWords }: Guide, { terms }: Wanted, match: Match): Promise<void> {
  const rank = rankWords(await readWords(match), terms);
  match.rank = rank === undefined ? Infinity : match.named ? RANK.id : rank;
  match.certain = true;
}
