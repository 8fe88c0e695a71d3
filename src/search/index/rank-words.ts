import { foldText } from '../normalize.ts';
import { findPhrase } from '../phrase.ts';
import { RANK } from './match-phrase.ts';
import type { StoredWords } from './stored.ts';
import type { WantedTerm } from './wanted.ts';

/** How well the words of a record hold every term; nothing when they do not. */
export function rankWords(
  { title, names, sections }: StoredWords,
  terms: readonly WantedTerm[],
): number | undefined {
  const places: [rank: number, texts: string[]][] = [
    [RANK.title, [foldText(title)]],
    [RANK.name, names.map(foldText)],
    [RANK.text, sections.map(({ text }) => foldText(text))],
  ];
  const ranks = terms.map(({ alternatives }) => {
    const holds = (text: string): boolean => alternatives.some((phrase) => findPhrase(text, phrase) !== -1);
    return places.find(([, texts]) => texts.some(holds))?.[0];
  });
  return ranks.includes(undefined) ? undefined : Math.max(...ranks.filter((rank) => rank !== undefined));
}
