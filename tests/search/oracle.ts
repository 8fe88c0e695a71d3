import { foldText } from '#search/normalize.ts';
import type { SearchQuery } from '#search/query.ts';
import type { SearchRecord } from '#search/records.ts';

/*
 * What a search has to find, told by reading every record from beginning to end. It shares with the engine what two
 * spellings have in common (`foldText`) and what a query asks for (`parseQuery`), and nothing of how things are found.
 */

/** A record as the truth knows it: folded texts, none of which runs into another. */
export interface KnownRecord {
  url: string;
  texts: readonly string[];
}

export function toKnown(records: readonly SearchRecord[]): KnownRecord[] {
  return records.map(({ card, title, names, sections }) => ({
    url: card.url,
    texts: [title, ...names, ...sections.map(({ text }) => text)].map(foldText),
  }));
}

/** Addresses of all records in which every term has an alternative that occurs. */
export function findTruth(records: readonly KnownRecord[], { terms }: SearchQuery): Set<string> {
  const wanted = terms.map(({ alternatives }) => alternatives.map(toPattern));
  const matching = records.filter(({ texts }) =>
    wanted.every((patterns) => texts.some((text) => patterns.some((pattern) => pattern.test(text)))),
  );
  return new Set(terms.length === 0 ? [] : matching.map(({ url }) => url));
}

const JAPANESE = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー〆\p{So}`;
const LETTER = String.raw`[[\p{L}\p{N}\p{M}]--[${JAPANESE}]]`;

/** A word begins where the phrase does; a last word of up to three letters ends where the phrase does. */
function toPattern(phrase: string): RegExp {
  const text = phrase.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
  const start = new RegExp(`^${LETTER}`, 'v').test(phrase) ? `(?<!${LETTER})` : '';
  const [lastWord = ''] = new RegExp(`${LETTER}*$`, 'v').exec(phrase) ?? [];
  const end = lastWord.length > 0 && lastWord.length <= 3 ? `(?!${LETTER})` : '';
  return new RegExp(start + text + end, 'v');
}
