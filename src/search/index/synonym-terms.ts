import { endsWhole } from '../phrase.ts';
import { toSynonymGroup } from '../synonym-group.ts';
import { SYNONYM_GROUPS } from '../synonyms.ts';
import { KIND, kindOf } from './character-kind.ts';
import { termOfSynonyms } from './term-key.ts';

interface Phrase {
  phrase: string;
  /** The term of its group. */
  term: string;
  whole: boolean;
}

const phrases = SYNONYM_GROUPS.map(toSynonymGroup).flatMap((group) =>
  group.phrases.map((phrase): Phrase => ({
    phrase,
    term: termOfSynonyms(group.name),
    whole: endsWhole(phrase),
  })),
);
const byFirst = Map.groupBy(phrases, ({ phrase }) => phrase.charCodeAt(0));

/**
 * The terms of the groups of synonyms of which one begins at a place of a folded text, where a word or a character without
 * blanks begins. They are what `findPhrase` finds.
 */
export function synonymTermsAt(folded: string, start: number): readonly string[] {
  const candidates = byFirst.get(folded.charCodeAt(start));
  if (candidates === undefined) return NONE;
  const found = candidates.filter(
    ({ phrase, whole }) =>
      folded.startsWith(phrase, start) && !(whole && continuesWord(folded, start + phrase.length)),
  );
  return found.length === 0 ? NONE : [...new Set(found.map(({ term }) => term))];
}

const NONE: readonly string[] = [];

function continuesWord(folded: string, at: number): boolean {
  const next = folded.codePointAt(at);
  return next !== undefined && kindOf(next) === KIND.word;
}
