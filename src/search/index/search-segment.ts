import type { IndexFiles } from './index-files.ts';
import { type FoundPiece, type Held, matchPhrase, mergePostings, RANK } from './match-phrase.ts';
import type { Piece } from './pieces.ts';
import { decodePostings, type Posting } from './postings.ts';
import { indexPaths, type SegmentEntry } from './root.ts';
import { keyOfTerm, shardOfKey } from './term-key.ts';
import { decodeTermShard } from './term-shard.ts';
import type { Wanted, WantedPhrase, WantedTerm } from './wanted.ts';

/** Where the files of one index stand. */
export interface IndexPlace {
  files: IndexFiles;
  /** Folder of the index below the folder of all indexes, with a slash behind it. */
  base: string;
}

/** The records of a segment that may hold every term, by number; each is held as badly as the term held worst. */
export async function searchSegment(
  place: IndexPlace,
  segment: SegmentEntry,
  { terms, wholeNames, choices }: Wanted,
): Promise<Map<number, Held>> {
  const [perTerm, whole, chosen] = await Promise.all([
    Promise.all(terms.map((term) => searchTerm(place, segment, term))),
    readRecords(place, segment, wholeNames),
    Promise.all(choices.map((values) => readRecords(place, segment, values))),
  ]);
  const held = perTerm.length === 0 ? holdAll(segment) : perTerm.reduce(holdBoth);
  for (const record of held.keys()) if (!chosen.every((records) => records.has(record))) held.delete(record);
  for (const [record, { score }] of held) {
    if (whole.has(record)) held.set(record, { rank: RANK.wholeName, score, certain: true });
  }
  return held;
}

/** Without words every record is a match: choices alone are a question too. */
function holdAll({ count }: SegmentEntry): Map<number, Held> {
  return new Map(
    Array.from({ length: count }, (_, record) => [record, { rank: RANK.name, score: 0, certain: true }]),
  );
}

function holdBoth(a: ReadonlyMap<number, Held>, b: ReadonlyMap<number, Held>): Map<number, Held> {
  const both = new Map<number, Held>();
  for (const [record, one] of a) {
    const other = b.get(record);
    if (other === undefined) continue;
    both.set(record, {
      rank: Math.max(one.rank, other.rank),
      score: one.score + other.score,
      certain: one.certain && other.certain,
    });
  }
  return both;
}

async function searchTerm(
  place: IndexPlace,
  segment: SegmentEntry,
  term: WantedTerm,
): Promise<Map<number, Held>> {
  const best = new Map<number, Held>();
  for (const held of await Promise.all(term.map((phrase) => searchPhrase(place, segment, phrase)))) {
    for (const [record, value] of held) {
      const known = best.get(record);
      if (known === undefined || isBetter(value, known)) best.set(record, value);
    }
  }
  return best;
}

function isBetter(a: Held, b: Held): boolean {
  if (a.rank !== b.rank) return a.rank < b.rank;
  return a.certain === b.certain ? a.score > b.score : a.certain;
}

async function searchPhrase(
  place: IndexPlace,
  segment: SegmentEntry,
  { pieces, complete }: WantedPhrase,
): Promise<Map<number, Held>> {
  const found = await Promise.all(
    pieces.map(async (piece): Promise<FoundPiece> => ({
      offset: piece.offset,
      postings: mergePostings(await readPostings(place, segment, piece)),
    })),
  );
  return matchPhrase(found, complete);
}

async function readRecords(
  place: IndexPlace,
  segment: SegmentEntry,
  terms: readonly string[],
): Promise<Set<number>> {
  const found = await Promise.all(
    terms.map((term) => readPostings(place, segment, { term, beginning: false })),
  );
  return new Set(found.flat(2).map(({ record }) => record));
}

/** The postings of a term, or of every term that begins so. */
async function readPostings(
  { files, base }: IndexPlace,
  { folder, shards, count }: SegmentEntry,
  { term, beginning }: Pick<Piece, 'term' | 'beginning'>,
): Promise<Posting[][]> {
  const path = base + indexPaths.terms(folder, shardOfKey(keyOfTerm(term), shards));
  const entries = await files.open(path, decodeTermShard);
  return entries
    .filter((entry) => (beginning ? entry.term.startsWith(term) : entry.term === term))
    .map(({ payload }) => decodePostings(payload, count));
}
