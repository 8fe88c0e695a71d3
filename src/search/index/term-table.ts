const FIRST_SLOTS = 1 << 15;

/** Numbers terms, which are pieces of texts, without making a string of each piece that is met again. */
export class TermTable {
  readonly terms: string[] = [];
  /** Hashes of the terms, by number. */
  readonly #hashes: number[] = [];
  /** At the place of a hash, or behind it, one more than the number of its term. */
  #slots = new Int32Array(FIRST_SLOTS);

  /** The number of a term, the same whenever it is met; the first has 0. */
  number(text: string, start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const known = (this.#slots[slot] ?? 0) - 1;
      if (known === -1) return this.#add(text.slice(start, end), hash, slot);
      if (this.#hashes[known] === hash && isAt(this.terms[known] ?? '', text, start, end)) return known;
    }
  }

  #add(term: string, hash: number, slot: number): number {
    const number = this.terms.push(term) - 1;
    this.#hashes.push(hash);
    this.#slots[slot] = number + 1;
    if (this.terms.length * 2 > this.#slots.length) this.#grow();
    return number;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (const [number, hash] of this.#hashes.entries()) {
      let slot = hash & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }
}

function isAt(term: string, text: string, start: number, end: number): boolean {
  if (term.length !== end - start) return false;
  for (let at = 0; at < term.length; at += 1) {
    if (term.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}
