import { compareText } from './compare-text.ts';

/**
 * Order of names by their reading (読み), as Japanese indexes have it.
 *
 * The rules are those of JIS X 4061 as far as a list of names needs them, in plain tables rather than a collator of the
 * platform, so that the order never changes with the machine's language data:
 * - Kana, then Latin letters, then digits, then everything else. (The standard puts Latin letters first; a Japanese
 *   index of vendors starts with あ.) Punctuation and blanks between letters count only when nothing else differs.
 * - First the plain sounds decide: が as か, ぱ as は, ゃ as や; ー repeats the vowel before it, ゝ the kana before it.
 * - Then plain < voiced < half-voiced (は < ば < ぱ); then ー < small < repeated < full kana; then hiragana < katakana.
 * - Latin letters: accents and width do not count, lower case before upper case at the very end.
 */
export function compareByReading(a: string, b: string): number {
  const [left, right] = [sortKey(a), sortKey(b)];
  return (
    compareLevels(left.letters, right.letters) ||
    compareLevels(left.voices, right.voices) ||
    compareLevels(left.shapes, right.shapes) ||
    compareLevels(left.scripts, right.scripts) ||
    compareText(a, b)
  );
}

/** A row of the kana table, a Latin letter, all digits, or everything that has no reading. */
export type ReadingRow = string;

const rowStarts = Array.from('あかさたなはまやらわ');

/** The heading under which a reading stands in an index: `あ` … `わ`, `A` … `Z`, `0-9` or `#`. */
export function readingRow(reading: string): ReadingRow {
  const first = sortKey(reading).letters[0];
  if (first === undefined) return '#';
  const letter = String.fromCodePoint(first % groupSize);
  if (first < groups.latin) return rowStarts.findLast((start) => start <= letter) ?? '#';
  if (first < groups.digit) return letter.toUpperCase();
  return first < groups.other ? '0-9' : '#';
}

/** Rows in the order of {@link compareByReading}. */
export const readingRows: readonly ReadingRow[] = [
  ...rowStarts,
  ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
  '0-9',
  '#',
];

interface SortKey {
  /** Plain sounds and letters: group plus code point. */
  readonly letters: number[];
  readonly voices: number[];
  readonly shapes: number[];
  readonly scripts: number[];
}

const groupSize = 0x110000;
const groups = { kana: 0, latin: groupSize, digit: groupSize * 2, other: groupSize * 3 } as const;
const shape = { long: 0, small: 1, repeated: 2, full: 3 } as const;
const smallKana = 'ぁぃぅぇぉっゃゅょゎゕゖ';
const largeKana = 'あいうえおつやゆよわかけ';
const vowels: ReadonlyMap<string, string> = new Map(
  [
    'あかさたなはまやらわ',
    'いきしちにひみりゐ',
    'うくすつぬふむゆる',
    'えけせてねへめれゑ',
    'おこそとのほもよろを',
    'ん',
  ].flatMap((column) => Array.from(column, (kana) => [kana, column.slice(0, 1)] as const)),
);

/** Keys are asked for again and again while a list is sorted; the cache is emptied before it can grow without end. */
const keys = new Map<string, SortKey>();
const mostKeys = 20_000;

function sortKey(reading: string): SortKey {
  const known = keys.get(reading);
  if (known !== undefined) return known;
  const key: SortKey = { letters: [], voices: [], shapes: [], scripts: [] };
  // Full-width forms become plain, and marks such as the voicing of が stand on their own behind their letter.
  for (const character of reading.normalize('NFKC').normalize('NFD')) addCharacter(key, character);
  if (keys.size >= mostKeys) keys.clear();
  keys.set(reading, key);
  return key;
}

function addCharacter(key: SortKey, character: string): void {
  if (character === '\u3099' || character === '\u309A') {
    if (key.voices.length > 0) key.voices[key.voices.length - 1] = character === '\u3099' ? 1 : 2;
    return;
  }
  if (/[\p{L}\p{N}ー]/u.test(character)) addLetter(key, character);
}

function addLetter(key: SortKey, character: string): void {
  if (/[\u3041-\u3096\u309D\u30A1-\u30F6\u30FC\u30FD]/u.test(character)) {
    addKana(key, character);
  } else if (/[a-z]/iu.test(character)) {
    const lower = character.toLowerCase();
    addEntry(key, groups.latin + codeOf(lower), shape.full, lower === character ? 0 : 1);
  } else {
    addEntry(
      key,
      (/[0-9]/u.test(character) ? groups.digit : groups.other) + codeOf(character),
      shape.full,
      0,
    );
  }
}

function addKana(key: SortKey, character: string): void {
  const isKatakana = character >= '\u30A1' && character !== 'ー';
  const hiragana = isKatakana ? String.fromCodePoint(codeOf(character) - 0x60) : character;
  const before = String.fromCodePoint((key.letters.at(-1) ?? 0) % groupSize);
  const script = isKatakana ? 1 : 0;
  if (hiragana === 'ー') {
    const vowel = vowels.get(before);
    if (vowel !== undefined) addEntry(key, codeOf(vowel), shape.long, 1);
  } else if (hiragana === 'ゝ') {
    if (vowels.has(before)) addEntry(key, codeOf(before), shape.repeated, script);
  } else {
    const large = largeKana[smallKana.indexOf(hiragana)];
    addEntry(key, codeOf(large ?? hiragana), large === undefined ? shape.full : shape.small, script);
  }
}

function addEntry(key: SortKey, letter: number, letterShape: number, script: number): void {
  key.letters.push(letter);
  key.voices.push(0);
  key.shapes.push(letterShape);
  key.scripts.push(script);
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function compareLevels(a: readonly number[], b: readonly number[]): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const order = (a[index] ?? 0) - (b[index] ?? 0);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
