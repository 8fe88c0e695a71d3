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

/**
 * The records of a segment that may hold every term, by number; each is held as badly as the term held worst.
 * The rarest term is looked up first, and the others only for what it has left.
 */
export async function searchSegment(
  place: IndexPlace,
  segment: SegmentEntry,
  { terms, wholeNames, choices }: Wanted,
): Promise<Map<number, Held>> {
  const [held, whole, chosen] = await Promise.all([
    terms.length === 0 ? holdAll(segment) : searchTerms(place, segment, terms),
    readRecords(place, segment, wholeNames),
    Promise.all(choices.map((values) => readRecords(place, segment, values))),
  ]);
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

async function searchTerms(
  place: IndexPlace,
  segment: SegmentEntry,
  terms: readonly WantedTerm[],
): Promise<Map<number, Held>> {
  let held: Map<number, Held> | undefined;
  for (const term of terms.toSorted((a, b) => countRecords(a) - countRecords(b))) {
    const found: Map<number, Held> = await searchTerm(place, segment, term, held);
    held = held === undefined ? found : holdBoth(held, found);
    if (held.size === 0) break;
  }
  return held ?? new Map<number, Held>();
}

/** About how many records hold a term, as far as is known. */
function countRecords(term: WantedTerm): number {
  return term.reduce((sum, { records }) => sum + Math.min(...records.values()), 0);
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

/** Records known by their number, whatever is known of them. */
type Left = Pick<ReadonlyMap<number, unknown>, 'has' | 'size'>;

async function searchTerm(
  place: IndexPlace,
  segment: SegmentEntry,
  term: WantedTerm,
  left: Left | undefined,
): Promise<Map<number, Held>> {
  const best = new Map<number, Held>();
  for (const held of await Promise.all(term.map((phrase) => searchPhrase(place, segment, phrase, left)))) {
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

/** Reads the rarest piece, and the others unless it costs less to read the words of the records that are left. */
async function searchPhrase(
  place: IndexPlace,
  segment: SegmentEntry,
  { pieces, complete, records }: WantedPhrase,
  left: Left | undefined,
): Promise<Map<number, Held>> {
  const find = async (piece: Piece): Promise<FoundPiece> => {
    const postings = mergePostings(await readPostings(place, segment, piece));
    for (const record of postings.keys()) if (left?.has(record) === false) postings.delete(record);
    return { offset: piece.offset, postings };
  };
  const rarity = (piece: Piece): number => records.get(piece) ?? Infinity;
  const [rarest, ...others] = pieces.toSorted((a, b) => Math.sign(rarity(a) - rarity(b)) || 0);
  if (rarest === undefined) return new Map<number, Held>();
  const first = await find(rarest);
  if (first.postings.size < others.length) return matchPhrase([first], false);
  return matchPhrase([first, ...(await Promise.all(others.map(find)))], complete);
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
