import { ByteReader, CorruptIndexError } from './bytes.ts';
import { RANK } from './match-phrase.ts';
import type { Piece } from './pieces.ts';
import { indexPaths, type Root } from './root.ts';
import type { IndexPlace } from './search-segment.ts';
import { decodeSegmentSets, type SegmentSets } from './segment-set.ts';
import { keyOfTerm, shardOfKey } from './term-key.ts';
import { decodeTermShard } from './term-shard.ts';
import type { Wanted, WantedPhrase, WantedTerm } from './wanted.ts';

/** For each rank the segments that may hold a record of that rank or a better one, as bits. */
export type Candidates = readonly bigint[];

const RANKS = Object.values(RANK);

/** The segments in which it is worth looking. */
export async function findCandidates(
  place: IndexPlace,
  root: Root,
  { terms, wholeNames, choices }: Wanted,
): Promise<Candidates> {
  const [whole, allowed, perTerm] = await Promise.all([
    findAny(place, root, wholeNames),
    findAllowed(place, root, choices),
    Promise.all(terms.map((term) => findTerm(place, root, term))),
  ]);
  return RANKS.map((rank) => {
    const all = perTerm.reduce((set, candidates) => set & (candidates[rank] ?? 0n), allowed);
    return rank === RANK.id || rank === RANK.text || terms.length === 0 ? all : all | (whole & allowed);
  });
}

async function findTerm(place: IndexPlace, root: Root, term: WantedTerm): Promise<bigint[]> {
  const phrases = await Promise.all(term.map((phrase) => findPhraseSegments(place, root, phrase)));
  return RANKS.map((rank) => phrases.reduce((any, candidates) => any | (candidates[rank] ?? 0n), 0n));
}

async function findPhraseSegments(place: IndexPlace, root: Root, phrase: WantedPhrase): Promise<bigint[]> {
  const sets = await Promise.all(
    phrase.hints.map(async (piece) => {
      const set = await lookUp(place, root, piece);
      phrase.records.set(piece, set.records);
      return set;
    }),
  );
  const all = sets.reduce((a, b) => ({
    anywhere: a.anywhere & b.anywhere,
    names: a.names & b.names,
    titles: a.titles & b.titles,
    records: Math.min(a.records, b.records),
  }));
  return [0n, 0n, all.titles, all.names, all.anywhere];
}

async function findAllowed(place: IndexPlace, root: Root, choices: Wanted['choices']): Promise<bigint> {
  const all = (1n << BigInt(root.segments.length)) - 1n;
  const sets = await Promise.all(choices.map((values) => findAny(place, root, values)));
  return sets.reduce((allowed, set) => allowed & set, all);
}

async function findAny(place: IndexPlace, root: Root, terms: readonly string[]): Promise<bigint> {
  const sets = await Promise.all(terms.map((term) => lookUp(place, root, { term, beginning: false })));
  return sets.reduce((any, { anywhere }) => any | anywhere, 0n);
}

async function lookUp(
  { files, base }: IndexPlace,
  { directory, segments }: Root,
  { term, beginning }: Pick<Piece, 'term' | 'beginning'>,
): Promise<SegmentSets> {
  const shard = shardOfKey(keyOfTerm(term), directory.length);
  const path = base + indexPaths.directory(shard, directory[shard] ?? '');
  const entries = await files.open(path, decodeTermShard);
  return entries
    .filter((entry) => (beginning ? entry.term.startsWith(term) : entry.term === term))
    .map(({ payload }) => decodeSegmentSets(payload, segments.length))
    .reduce(
      (any, set) => ({
        anywhere: any.anywhere | set.anywhere,
        names: any.names | set.names,
        titles: any.titles | set.titles,
        records: any.records + set.records,
      }),
      { anywhere: 0n, names: 0n, titles: 0n, records: 0 },
    );
}

/** Records that identifiers name: the number of the segment and that of the record in it. */
export async function findNamed(
  { files, base }: IndexPlace,
  { identifiers, segments }: Root,
  keys: readonly string[],
): Promise<(readonly [segment: number, record: number])[]> {
  const found = await Promise.all(
    keys.map(async (key) => {
      const shard = shardOfKey(key, identifiers.length);
      const path = base + indexPaths.identifiers(shard, identifiers[shard] ?? '');
      const entry = (await files.open(path, decodeTermShard)).find(({ term }) => term === key);
      return entry ? readRecords(entry.payload, segments.length) : [];
    }),
  );
  return found.flat();
}

function readRecords(payload: Uint8Array, count: number): (readonly [segment: number, record: number])[] {
  const reader = new ByteReader(payload);
  const records: (readonly [number, number])[] = [];
  while (!reader.done) {
    const segment = reader.varint();
    if (segment >= count) throw new CorruptIndexError('An identifier leads to a segment that is not there.');
    records.push([segment, reader.varint()]);
  }
  return records;
}
