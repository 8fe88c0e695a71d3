import { decodeDirectoryEntry, type Found } from './directory-entry.ts';
import { RANK } from './match-phrase.ts';
import type { Piece } from './pieces.ts';
import type { Posting } from './postings.ts';
import { decodeTags, indexPaths, type Root, TAGS_PER_FILE } from './root.ts';
import type { IndexPlace } from './search-segment.ts';
import type { SegmentSets } from './segment-set.ts';
import { keyOfTerm, shardOfKey } from './term-key.ts';
import { decodeTermShard } from './term-shard.ts';
import type { Wanted, WantedPhrase, WantedTerm } from './wanted.ts';

/** For each rank the segments that may hold a record of that rank or a better one, as bits. */
export type Candidates = readonly bigint[];

/** What the directory tells about a term, or about all terms that begin alike. */
export interface LookedUp extends SegmentSets {
  /** Postings by segment, of terms whose postings the directory has. */
  lists: ReadonlyMap<number, readonly (readonly Posting[])[]>;
  /** Segments that have to be asked for the postings of other terms, as bits. */
  elsewhere: bigint;
}

const RANKS = Object.values(RANK);

/** The segments in which it is worth looking. What the directory tells is kept with what is wanted. */
export async function findCandidates(place: IndexPlace, root: Root, wanted: Wanted): Promise<Candidates> {
  const { terms, identifiers, wholeNames, choices } = wanted;
  const find: LookUp = async (piece) => {
    const found = await lookUp(place, root, piece);
    wanted.found.set(piece, found);
    return found;
  };
  const all = (1n << BigInt(root.segments.length)) - 1n;
  const [named, whole, allowed, perTerm] = await Promise.all([
    findAny(identifiers, find),
    findAny(wholeNames, find),
    Promise.all(choices.map((values) => findAny(values, find))),
    Promise.all(terms.map((term) => findTerm(term, find))),
  ]);
  const chosen = allowed.reduce((set, values) => set & values, all);
  const holding = (rank: number): bigint =>
    perTerm.reduce((set, candidates) => set & (candidates[rank] ?? 0n), chosen);
  const byName = terms.length === 0 ? 0n : whole & chosen;
  return RANKS.map((rank) => {
    if (rank === RANK.id) return named & holding(RANK.text);
    return rank === RANK.text ? holding(rank) : holding(rank) | byName;
  });
}

type LookUp = (piece: Piece) => Promise<SegmentSets>;

async function findTerm({ phrases }: WantedTerm, find: LookUp): Promise<bigint[]> {
  const found = await Promise.all(phrases.map((phrase) => findPhraseSegments(phrase, find)));
  return RANKS.map((rank) => found.reduce((any, candidates) => any | (candidates[rank] ?? 0n), 0n));
}

async function findPhraseSegments({ hints }: WantedPhrase, find: LookUp): Promise<bigint[]> {
  const sets = await Promise.all(hints.map(find));
  const all = sets.reduce((a, b) => ({
    anywhere: a.anywhere & b.anywhere,
    names: a.names & b.names,
    titles: a.titles & b.titles,
    records: Math.min(a.records, b.records),
  }));
  return [0n, 0n, all.titles, all.names, all.anywhere];
}

async function findAny(pieces: readonly Piece[], find: LookUp): Promise<bigint> {
  const sets = await Promise.all(pieces.map(find));
  return sets.reduce((any, { anywhere }) => any | anywhere, 0n);
}

async function lookUp(
  { files, base }: IndexPlace,
  { shards, tags, segments }: Root,
  { term, beginning }: Pick<Piece, 'term' | 'beginning'>,
): Promise<LookedUp> {
  const shard = shardOfKey(keyOfTerm(term), shards);
  const tagFile = Math.floor(shard / TAGS_PER_FILE);
  const known = await files.open(base + indexPaths.tags(tagFile, tags[tagFile] ?? ''), decodeTags);
  const path = base + indexPaths.directory(shard, known[shard % TAGS_PER_FILE] ?? '');
  const sizes = segments.map(({ count }) => count);
  return (await files.open(path, decodeTermShard))
    .filter((entry) => (beginning ? entry.term.startsWith(term) : entry.term === term))
    .map(({ payload }) => decodeDirectoryEntry(payload, sizes))
    .reduce(join, { ...NOTHING, lists: new Map<number, readonly Posting[][]>() });
}

const NOTHING = { anywhere: 0n, names: 0n, titles: 0n, records: 0, elsewhere: 0n };

function join(any: LookedUp, one: Found): LookedUp {
  const lists = new Map(any.lists);
  for (const [segment, postings] of one.lists ?? [])
    lists.set(segment, [...(lists.get(segment) ?? []), postings]);
  return {
    anywhere: any.anywhere | one.anywhere,
    names: any.names | one.names,
    titles: any.titles | one.titles,
    records: any.records + one.records,
    lists,
    elsewhere: any.elsewhere | (one.lists ? 0n : one.anywhere),
  };
}
