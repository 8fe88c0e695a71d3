import type { SearchQuery } from '#search/query.ts';
import type { SearchEngine, SearchHit } from '#search/search-engine.ts';
import { isSitePath } from './site-path.ts';

/** Letters and a number, as in `note 90000001`: what looks like an identifier of this site, whatever its letters are. */
const LETTERS_AND_NUMBER = /^[a-z]{2,12}[\s#_-]*[\d-]+$/i;

/** Whether the query is an identifier and nothing else. */
export function isOneIdentifier({ identifiers, terms, text }: SearchQuery): boolean {
  return identifiers.length === 1 && (terms.length === 1 || LETTERS_AND_NUMBER.test(text));
}

/** The only advisory that the query names, or nothing when it names none, several, or words as well. */
export async function findExactHit(engine: SearchEngine, query: SearchQuery): Promise<SearchHit | undefined> {
  if (!isOneIdentifier(query)) return undefined;
  const { hits } = await engine.search({ query, choices: {}, order: 'relevance', limit: 2 });
  const [first, second] = hits.filter(({ tier }) => tier === 'id');
  return first && second === undefined && isSitePath(first.url) ? first : undefined;
}
