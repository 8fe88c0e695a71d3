/** A source of repeatable chance: the same seed gives the same numbers on every machine. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  next: () => number;
  /** A whole number from `low` to `high`, both included. */
  integer: (low: number, high: number) => number;
  chance: (probability: number) => boolean;
  pick: <Item>(items: readonly Item[]) => Item;
  /** Up to `count` different items, in the order of the list. */
  sample: <Item>(items: readonly Item[], count: number) => Item[];
}

/** The generator mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough for test data. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (items) => at(items, integer(0, items.length - 1)),
    sample: (items, count) => {
      const keys = items.map((_, index) => ({ index, key: next() }));
      const chosen = keys.toSorted((a, b) => a.key - b.key).slice(0, count);
      return chosen.toSorted((a, b) => a.index - b.index).map(({ index }) => at(items, index));
    },
  };
}

/** Turns a number into the seed of an independent sequence, so that neighbours have nothing in common. */
export function seedOf(seed: number, stream: number): number {
  return (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)) >>> 0;
}

/**
 * Ranks from 0 to `count - 1`, where rank r comes up in proportion to 1 / (r + 1) (Zipf's law, exponent 1).
 * The answer is found by bisection in the summed weights.
 */
export function createZipf(count: number): (random: Random) => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank += 1) sums[rank] = sum += 1 / (rank + 1);
  return (random) => {
    const wanted = random.next() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) <= wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error('A choice was asked for among no items.');
  return item;
}
