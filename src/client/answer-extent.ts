import { endsWhole } from '#search/phrase.ts';
import type { SearchQuery } from '#search/query.ts';
import type { SearchAnswer } from '#search/search-engine.ts';

/** How many results can be promised, and the ending of the names of the messages that say so. */
export interface AnswerExtent {
  count: number;
  ending: '' | '-at-least' | '-at-most';
}

/** Reads the extent of an answer, so that no number on the page is one that the search does not know. */
export function readExtent({
  total,
  uncertain = 0,
  searchedBackTo,
}: Pick<SearchAnswer, 'total' | 'uncertain' | 'searchedBackTo'>): AnswerExtent {
  if (searchedBackTo !== undefined) return { count: total - uncertain, ending: '-at-least' };
  return { count: total, ending: uncertain > 0 ? '-at-most' : '' };
}

/** The name of the message that tells of an answer. */
export function nameAnswer(
  answer: SearchAnswer,
  { text, terms }: Pick<SearchQuery, 'text' | 'terms'>,
  chosen: boolean,
): string {
  const { ending } = readExtent(answer);
  if (text === '') return `chosen${ending}`;
  if (answer.total > 0) return `found${ending}`;
  if (chosen) return 'none-chosen';
  return endsWhole(terms.at(-1)?.alternatives[0] ?? '') ? 'none-whole' : 'none';
}
