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
