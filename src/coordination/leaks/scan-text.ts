import { dropMarkup, foldText } from './fold-text.ts';

/** A word that no public byte may hold yet. */
export interface Canary {
  /** Confidential itself: not for messages, logs or files. */
  word: string;
  /** What it is, in a word that may be printed: `id`, `email`, `sentence`, … */
  about: string;
  /** Whether it counts only where no other Latin letter or digit touches it. */
  isWhole: boolean;
}

/** Tells which canaries a file holds, each once, in the order in which they were given. */
export type Scanner<Kind extends Canary = Canary> = (bytes: Uint8Array | string) => Kind[];

/** Shortest word that is searched for; shorter ones are in every text. */
export const SHORTEST_WORD = 4;

/**
 * Makes one search of many words. It finds them in texts in UTF-8 whatever their case and width, across line ends, with
 * markup inside, and escaped as JSON, HTML and addresses do it (`foldText`).
 *
 * It does not find: words in pictures, in compressed, encrypted or base64 bytes, in other encodings than UTF-8, in the
 * tables of a search index that are cut into syllables; words that were translated, shortened or paraphrased; words with
 * Markdown marks inside, such as `**`; words of fewer than four characters. A canary that the public already knows would be
 * found everywhere; it must not be given.
 */
export function scanText<Kind extends Canary>(canaries: readonly Kind[]): Scanner<Kind> {
  const wanted = canaries.flatMap((canary): Wanted<Kind>[] => {
    const folded = foldText(canary.word).trim();
    return folded.length < SHORTEST_WORD ? [] : [{ canary, folded }];
  });
  const tables = WINDOWS.map((window) => buildTable(window, wanted));
  const decoder = new TextDecoder();
  return (bytes) => {
    const folded = foldText(typeof bytes === 'string' ? bytes : decoder.decode(bytes));
    const bare = dropMarkup(folded);
    const found = new Set<Wanted>();
    for (const table of tables) {
      searchTable(table, folded, found);
      if (bare !== folded) searchTable(table, bare, found);
    }
    return wanted.filter((one) => found.has(one)).map(({ canary }) => canary);
  };
}

interface Wanted<Kind extends Canary = Canary> {
  canary: Kind;
  folded: string;
}

/** How many characters the filter looks at, for words of at least that length; each takes its part of 24 bits. */
const WINDOWS = [
  { length: 8, shift: 3, until: Infinity },
  { length: 4, shift: 6, until: 8 },
] as const;
type Window = (typeof WINDOWS)[number];

const MASK = 0xff_ffff;

/** A word, and at which of its characters the part ends by which it is found. */
interface Anchored {
  one: Wanted;
  end: number;
}

/** Words by the hash of one part of each, and a bit for each hash that is in use. */
interface Table {
  window: Window;
  bits: Uint8Array;
  byHash: Map<number, Anchored[]>;
}

function buildTable(window: Window, wanted: readonly Wanted[]): Table {
  const table: Table = { window, bits: new Uint8Array((MASK + 1) / 8), byHash: new Map() };
  const parts = wanted
    .filter(({ folded }) => folded.length >= window.length && folded.length < window.until)
    .map((one) => ({ one, hashes: listHashes(window, one.folded) }));
  const counts = new Map<number, number>();
  for (const hash of parts.flatMap(({ hashes }) => hashes)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  for (const { one, hashes } of parts) {
    const part = rarestOf(hashes, counts);
    const hash = hashes[part] ?? 0;
    table.bits[hash >> 3] = (table.bits[hash >> 3] ?? 0) | (1 << (hash & 7));
    const known = table.byHash.get(hash) ?? [];
    table.byHash.set(hash, [...known, { one, end: part + window.length - 1 }]);
  }
  return table;
}

/** The hashes of all parts of a word, from its beginning. */
function listHashes({ length, shift }: Window, word: string): number[] {
  const hashes: number[] = [];
  let hash = 0;
  for (let index = 0; index < word.length; index += 1) {
    hash = ((hash << shift) ^ word.charCodeAt(index)) & MASK;
    if (index >= length - 1) hashes.push(hash);
  }
  return hashes;
}

/** Many sentences begin or end alike, with what stands in every text: the part that the fewest share tells most. */
function rarestOf(hashes: readonly number[], counts: ReadonlyMap<number, number>): number {
  let rarest = 0;
  for (const [index, hash] of hashes.entries()) {
    if ((counts.get(hash) ?? 0) < (counts.get(hashes[rarest] ?? 0) ?? 0)) rarest = index;
  }
  return rarest;
}

function searchTable({ window: { shift }, bits, byHash }: Table, text: string, found: Set<Wanted>): void {
  if (byHash.size === 0) return;
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) {
    // Characters fall out of the hash at its upper end, so it always is that of the last ones alone.
    hash = ((hash << shift) ^ text.charCodeAt(index)) & MASK;
    if (((bits[hash >> 3] ?? 0) & (1 << (hash & 7))) === 0) continue;
    for (const { one, end } of byHash.get(hash) ?? []) {
      if (!found.has(one) && standsAt(one, text, index - end)) found.add(one);
    }
  }
}

function standsAt({ folded, canary }: Wanted, text: string, start: number): boolean {
  if (start < 0 || !text.startsWith(folded, start)) return false;
  return !canary.isWhole || !(touches(text[start - 1]) || touches(text[start + folded.length]));
}

function touches(character: string | undefined): boolean {
  return character !== undefined && /[a-z0-9]/.test(character);
}
