import { ByteWriter } from './bytes.ts';
import { encodePostings, NAMES_FROM, type Posting, TEXT } from './postings.ts';
import { PLACE } from './segment-set.ts';

/** A term with the records of a batch that hold it. */
export interface TermOccurrences {
  term: string;
  /** Bits of `PLACE`. */
  places: number;
  /** How many records there are. */
  count: number;
  /** Number of the last of them. */
  last: number;
  /** Encoded postings. */
  payload: Uint8Array;
}

/** What is said so often in one text counts as prominent. */
const OFTEN = 3;

/** The weight of a place at the beginning of a text; others weigh 1. */
export const WEIGHT_OF_BEGINNING = OFTEN;

interface Growing {
  record: number;
  /** Nothing before the first one: most terms stand in no name. */
  names: number[] | undefined;
  text: number;
}

const NO_NAMES: readonly number[] = [];

/** Collects which records hold which terms, and hands them out term by term. */
export class Occurrences {
  readonly #postings = new Map<string, Growing[]>();

  /** Records come in ascending order, positions of one record too. */
  addName(term: string, record: number, position: number): void {
    const growing = this.#at(term, record);
    if (growing.names) growing.names.push(position);
    else growing.names = [position];
  }

  /** @param weight how much the place says: what begins a text says as much as what is repeated in it */
  addText(term: string, record: number, weight: number): void {
    this.#at(term, record).text += weight;
  }

  /** Every term once, in the order in which they came. */
  listTerms(): TermOccurrences[] {
    const writer = new ByteWriter();
    return Array.from(this.#postings, ([term, growing]) => {
      const postings = growing.map(toPosting);
      const last = postings.at(-1)?.record ?? 0;
      return {
        term,
        places: placesOf(postings),
        count: postings.length,
        last,
        payload: encodePostings(postings, writer),
      };
    });
  }

  #at(term: string, record: number): Growing {
    const postings = this.#postings.get(term);
    const last = postings?.at(-1);
    if (last?.record === record) return last;
    const added = { record, names: undefined, text: 0 };
    if (postings) postings.push(added);
    else this.#postings.set(term, [added]);
    return added;
  }
}

function toPosting({ record, names, text }: Growing): Posting {
  return {
    record,
    names: names ?? NO_NAMES,
    text: text === 0 ? TEXT.none : text < OFTEN ? TEXT.somewhere : TEXT.prominent,
  };
}

function placesOf(postings: readonly Posting[]): number {
  let places: number = PLACE.anywhere;
  for (const { names } of postings) {
    if (names.length > 0) places |= PLACE.names;
    if ((names[0] ?? NAMES_FROM) < NAMES_FROM) places |= PLACE.titles;
  }
  return places;
}
