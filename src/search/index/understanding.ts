import { foldText } from '../normalize.ts';
import { toIdentifierKey } from '../query-identifiers.ts';
import type { SearchRecord } from '../records.ts';
import { FACETS } from '../search-engine.ts';
import { NAMES_FROM, TEXT, type TextPlace } from './postings.ts';
import { termOfFacet, termOfIdentifier, termOfName } from './term-key.ts';
import { TermTable } from './term-table.ts';
import { type TakeTerm, tokenize } from './tokens.ts';

/** The terms of a record, those of its names first. */
export interface RecordTerms {
  /** Numbers of the terms in the table, each once. */
  numbers: Uint32Array;
  /** For each of them how the text holds it, one of `TEXT`. */
  texts: Uint8Array;
  /** For those that names hold, the positions there. */
  names: readonly (readonly number[])[];
}

/** What is said so often in one text counts as prominent. */
const OFTEN = 3;

/** Begins the whole name of nothing that a query would not name by its identifier (`listKeys` in `wanted.ts`). */
const NAMES_A_RECORD = /\d{4}/;

/**
 * Understands records word by word. Records with the same words share the work, whatever their language: an advisory
 * that is not translated has the same in every language.
 */
export class Understanding {
  readonly table = new TermTable();
  readonly #known = new Map<string, RecordTerms>();
  readonly #folded = new Map<string, string>();
  /** By number of a term: how much the text of the record in work says it. Zero between two records. */
  #weights = new Int32Array(1 << 12);
  #numbers: number[] = [];
  readonly #names = new Map<number, number[]>();

  /** @param words name of what the record says, see `StoredCard` */
  read(record: SearchRecord, words: string): RecordTerms {
    const key = [words, JSON.stringify([record.facets, record.identifiers])].join(' ');
    const terms = this.#known.get(key) ?? this.#understand(record);
    this.#known.set(key, terms);
    return terms;
  }

  #understand(record: SearchRecord): RecordTerms {
    this.#readNames(record);
    for (const [i, { text }] of record.sections.entries()) this.#readText(text, i === 0 ? OFTEN : 1);
    for (const facet of FACETS) {
      for (const value of record.facets[facet]) this.#addText(termOfFacet(facet, value), 1);
    }
    for (const identifier of record.identifiers)
      this.#addText(termOfIdentifier(toIdentifierKey(identifier)), 1);
    const numbers = Uint32Array.from(this.#numbers);
    const texts = new Uint8Array(numbers.length);
    for (let i = 0; i < numbers.length; i += 1) {
      const number = numbers[i] ?? 0;
      texts[i] = toTextPlace((this.#weights[number] ?? 1) - 1);
      this.#weights[number] = 0;
    }
    const names = [...this.#names.values()];
    this.#numbers = [];
    this.#names.clear();
    return { numbers, texts, names };
  }

  #readNames({ title, names, identifiers }: SearchRecord): void {
    const addName: TakeTerm = (text, start, end, position) => {
      const number = this.#add(text, start, end, 0);
      const positions = this.#names.get(number);
      if (positions) positions.push(position);
      else this.#names.set(number, [position]);
    };
    let next = tokenize(foldText(title), 0, addName);
    // A place is left free between two names, so that no phrase reaches from one into the other.
    next = Math.max(NAMES_FROM, next + 1);
    const keys = new Set(identifiers.map(toIdentifierKey));
    for (const name of names) {
      const folded = this.#fold(name);
      const key = toIdentifierKey(name);
      // Who types an identifier names the record, which says more than that it is a whole name.
      if (!(keys.has(key) && NAMES_A_RECORD.test(key))) {
        const whole = termOfName(folded);
        addName(whole, 0, whole.length, next);
      }
      next = tokenize(folded, next, addName) + 1;
    }
  }

  #readText(text: string, weight: number): void {
    tokenize(foldText(text), 0, (folded, start, end) => this.#add(folded, start, end, weight));
  }

  #addText(term: string, weight: number): void {
    this.#add(term, 0, term.length, weight);
  }

  /** Weights are one more than they say: a term that only names hold is met too. */
  #add(text: string, start: number, end: number, weight: number): number {
    const number = this.table.number(text, start, end);
    if (number >= this.#weights.length) this.#growWeights();
    const known = this.#weights[number] ?? 0;
    if (known === 0) this.#numbers.push(number);
    this.#weights[number] = Math.max(known, 1) + weight;
    return number;
  }

  #growWeights(): void {
    const larger = new Int32Array(this.#weights.length * 2);
    larger.set(this.#weights);
    this.#weights = larger;
  }

  /** Names of vendors and products are met again and again. */
  #fold(name: string): string {
    const folded = this.#folded.get(name) ?? foldText(name);
    this.#folded.set(name, folded);
    return folded;
  }
}

function toTextPlace(weight: number): TextPlace {
  if (weight === 0) return TEXT.none;
  return weight < OFTEN ? TEXT.somewhere : TEXT.prominent;
}
