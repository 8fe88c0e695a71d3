import { KIND } from './character-kind.ts';
import { endsWhole } from '../phrase.ts';
import { GRAM, readUnits, type Units } from './tokens.ts';

/** A term that a phrase needs at a distance from its beginning. */
export interface Piece {
  term: string;
  offset: number;
  /** Every term that begins so will do. */
  beginning: boolean;
}

/** What a phrase is looked up by. */
export interface Pieces {
  /** All its terms; the more of them a text holds, the less it can be without the phrase. */
  all: readonly Piece[];
  /** So many of them that at their distances they are the phrase and nothing else. */
  cover: readonly Piece[];
}

/** The terms of a folded phrase; none when it is empty or a kana alone, because alone they say nothing. */
export function toPieces(folded: string): Pieces | undefined {
  const units = readUnits(folded);
  if (units.count === 0 || (units.count === 1 && units.kinds[0] === KIND.kana)) return undefined;
  const cover: Piece[] = [];
  const all: Piece[] = [];
  for (let first = 0; first < units.count;) {
    const end = endOfRun(units, first);
    const found = piecesOf(folded, units, first, end);
    all.push(...found);
    // Every third term of a run, and the last one, are all of it.
    cover.push(...found.filter((_piece, i) => i === found.length - 1 || i % GRAM === 0));
    first = end;
  }
  return { all, cover };
}

function endOfRun({ kinds, count }: Units, first: number): number {
  let end = first + 1;
  if (kinds[first] !== KIND.word) while (end < count && kinds[end] !== KIND.word) end += 1;
  return end;
}

function piecesOf(
  folded: string,
  { count, kinds, starts, ends }: Units,
  first: number,
  end: number,
): Piece[] {
  const terms = Math.max(1, end - first - GRAM + 1);
  const isWord = kinds[first] === KIND.word;
  // A word goes on when it is the last one and long enough, a run of fewer characters than a term holds always.
  const goesOn = isWord ? first === count - 1 && !endsWhole(folded) : end - first < GRAM;
  // One character alone is a term of its own.
  const isAlone = !isWord && end - first === 1;
  return Array.from({ length: terms }, (_, i) => ({
    term: folded.slice(starts[first + i], ends[Math.min(first + i + GRAM, end) - 1]),
    offset: first + i,
    beginning: goesOn && !isAlone,
  }));
}
