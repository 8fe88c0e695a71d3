import type { IndexFiles } from './index-files.ts';
import { type FoundPiece, type Held, matchPhrase, mergePostings, RANK } from './match-phrase.ts';
import type { Piece } from './pieces.ts';
import { decodePostings, type Posting } from './postings.ts';
import { indexPaths, type Root } from './root.ts';
import { keyOfTerm, shardOfKey } from './term-key.ts';
import { decodeTermShard } from './term-shard.ts';
import type { Wanted, WantedPhrase, WantedTerm } from './wanted.ts';

/** Where the files of one index stand. */
export interface IndexPlace {
  files: IndexFiles;
  /** Folder of the index below the folder of all indexes, with a slash behind it. */
  base: string;
}

/** What a segment is asked. */
interface Question {
  place: IndexPlace;
  root: Root;
  /** Number of the segment. */
  segment: number;
  found: Wanted['found'];
}

/** What a segment answers, by numbers of records. */
export interface SegmentAnswer {
  /** The records that may hold every term; each is held as badly as the term held worst. */
  held: Map<number, Held>;
  /** The records that the query names, whether they hold its terms or not. */
  named: ReadonlySet<number>;
}

/** The words of so many records take about as many bytes as a file of terms. */
const WORDS_PER_FILE = 2;

/** Looks the rarest term up first, and the others only for what it has left. */
export async function searchSegment(
  place: IndexPlace,
  root: Root,
  segment: number,
  { terms, identifiers, wholeNames, choices, found }: Wanted,
): Promise<SegmentAnswer> {
  const question = { place, root, segment, found };
  const [held, named, whole, chosen] = await Promise.all([
    terms.length === 0 ? holdAll(question) : searchTerms(question, terms),
    readRecords(question, identifiers),
    readRecords(question, wholeNames),
    Promise.all(choices.map((values) => readRecords(question, values))),
  ]);
  for (const record of held.keys()) if (!chosen.every((records) => records.has(record))) held.delete(record);
  for (const [record, { score }] of held) {
    if (whole.has(record)) held.set(record, { rank: RANK.wholeName, score, certain: true });
  }
  return { held, named };
}

/** Without words every record is a match: choices alone are a question too. */
function holdAll({ root, segment }: Question): Map<number, Held> {
  const count = root.segments[segment]?.count ?? 0;
  return new Map(
    Array.from({ length: count }, (_, record) => [record, { rank: RANK.name, score: 0, certain: true }]),
  );
}

async function searchTerms(question: Question, terms: readonly WantedTerm[]): Promise<Map<number, Held>> {
  let held: Map<number, Held> | undefined;
  const count = (term: WantedTerm): number => countRecords(question, term);
  for (const term of terms.toSorted((a, b) => count(a) - count(b))) {
    const found: Map<number, Held> = await searchTerm(question, term, held);
    held = held === undefined ? found : holdBoth(held, found);
    if (held.size === 0) break;
  }
  return held ?? new Map<number, Held>();
}

/** About how many records of all segments hold a term, as far as is known. */
function countRecords({ found }: Question, { phrases }: WantedTerm): number {
  return phrases.reduce(
    (sum, { hints }) => sum + Math.min(...hints.map((piece) => found.get(piece)?.records ?? Infinity)),
    0,
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

/** Records known by their number, whatever is known of them. */
type Left = ReadonlyMap<number, unknown>;

async function searchTerm(
  question: Question,
  { phrases }: WantedTerm,
  left: Left | undefined,
): Promise<Map<number, Held>> {
  const best = new Map<number, Held>();
  for (const held of await Promise.all(phrases.map((phrase) => searchPhrase(question, phrase, left)))) {
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

/**
 * Begins with the pieces that the directory knows, then reads the rarest one and the others, unless it costs less to
 * read the words of the records that are left.
 */
async function searchPhrase(
  question: Question,
  { pieces, hints, complete }: WantedPhrase,
  left: Left | undefined,
): Promise<Map<number, Held>> {
  const { found, segment } = question;
  const all = [...new Set([...hints, ...pieces])];
  if (all.some((piece) => !mayHold(question, piece))) return new Map<number, Held>();
  const rarity = (piece: Piece): number => found.get(piece)?.records ?? Infinity;
  const [unread, read] = partition(all, (piece) => isElsewhere(found.get(piece), segment));
  unread.sort((a, b) => Math.sign(rarity(a) - rarity(b)) || 0);
  const find = async (piece: Piece): Promise<FoundPiece> => {
    const postings = mergePostings(await readPostings(question, piece));
    for (const record of postings.keys()) if (left?.has(record) === false) postings.delete(record);
    return { offset: piece.offset, postings };
  };
  const known = await Promise.all(read.map(find));
  if (known.length === 0 && left !== undefined && left.size <= WORDS_PER_FILE * unread.length)
    return mayHoldAll(left);
  if (known.length === 0) known.push(...(await Promise.all(unread.splice(0, 1).map(find))));
  const fewest = Math.min(...known.map(({ postings }) => postings.size));
  // What another term has left is few: one piece tells enough of them.
  if (left !== undefined || fewest <= WORDS_PER_FILE * unread.length)
    return matchPhrase(known, complete && unread.length === 0);
  return matchPhrase([...known, ...(await Promise.all(unread.map(find)))], complete);
}

function mayHoldAll(left: Left): Map<number, Held> {
  const held = { rank: RANK.title, score: 0, certain: false };
  return new Map(Array.from(left.keys(), (record) => [record, { ...held }]));
}

function partition<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

type Looked = ReturnType<Wanted['found']['get']>;

/** Whether only the segment itself can tell which records hold it. */
function isElsewhere(looked: Looked, segment: number): boolean {
  return looked === undefined || hasBit(looked.elsewhere, segment);
}

function mayHold({ found, segment }: Question, piece: Piece): boolean {
  const looked = found.get(piece);
  return looked === undefined || hasBit(looked.anywhere, segment);
}

function hasBit(set: bigint, segment: number): boolean {
  return ((set >> BigInt(segment)) & 1n) === 1n;
}

async function readRecords(question: Question, pieces: readonly Piece[]): Promise<Set<number>> {
  const held = pieces.filter((piece) => mayHold(question, piece));
  const found = await Promise.all(held.map((piece) => readPostings(question, piece)));
  return new Set(found.flat(2).map(({ record }) => record));
}

/** The postings of a term, or of every term that begins so. */
async function readPostings(question: Question, piece: Piece): Promise<readonly (readonly Posting[])[]> {
  const { place, root, segment, found } = question;
  const { files, base } = place;
  const looked = found.get(piece);
  if (looked && !hasBit(looked.elsewhere, segment)) return looked.lists.get(segment) ?? [];
  const { folder = '', shards = 1, count = 0 } = root.segments[segment] ?? {};
  const { term, beginning } = piece;
  const path = base + indexPaths.terms(folder, shardOfKey(keyOfTerm(term), shards));
  const entries = await files.open(path, decodeTermShard);
  return entries
    .filter((entry) => (beginning ? entry.term.startsWith(term) : entry.term === term))
    .map(({ payload }) => decodePostings(payload, count));
}
