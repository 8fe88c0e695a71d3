import { foldText } from './normalize.ts';
import { withoutFinalMark } from './phrase.ts';
import { groupOfSynonyms } from './synonyms.ts';

/** A group of terms that mean the same. */
export interface SynonymGroup {
  /** The first of them, as written. */
  name: string;
  /** Folded phrases, of which each is looked for when one is. */
  phrases: readonly string[];
}

export function toSynonymGroup(terms: readonly string[]): SynonymGroup {
  const phrases = new Set(terms.map((term) => withoutFinalMark(foldText(term))));
  return { name: terms[0] ?? '', phrases: [...phrases] };
}

/** The group to which the whole folded term belongs. */
export function synonymGroupOf(folded: string): SynonymGroup | undefined {
  const group = groupOfSynonyms(folded);
  return group && toSynonymGroup(group);
}
