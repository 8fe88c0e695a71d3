import {
  type Choices,
  type Facet,
  FACETS,
  type SearchAnswer,
  type SearchEngine,
  type SearchRequest,
} from '#search/search-engine.ts';

/** An answer that also says how many there would be with each other value of a facet that is narrowed already. */
export interface AnswerWithAlternatives extends SearchAnswer {
  /** Facets that may have values which nobody counted. */
  uncounted: readonly Facet[];
}

/**
 * Values of one facet are alternatives, so each is counted as if no value of its own facet were chosen. An engine counts
 * over its matches only; it is asked once more for every facet in which something is chosen.
 * @throws when the index cannot be loaded
 */
export async function searchWithAlternatives(
  engine: SearchEngine,
  request: SearchRequest,
): Promise<AnswerWithAlternatives> {
  const chosen = FACETS.filter((facet) => request.choices[facet] !== undefined);
  const [answer, ...others] = await Promise.all([
    engine.search(request),
    ...chosen.map((facet) => searchWithout(engine, request, facet)),
  ]);
  const facets = { ...answer.facets };
  const uncounted = new Set<Facet>(answer.searchedBackTo === undefined ? [] : ['year']);
  for (const [index, facet] of chosen.entries()) {
    const other = others[index];
    if (other) facets[facet] = other.facets[facet];
    if (!other || (facet === 'year' && other.searchedBackTo !== undefined)) uncounted.add(facet);
  }
  return { ...answer, facets, uncounted: [...uncounted] };
}

/** Nothing when nothing would be asked any more. */
async function searchWithout(
  engine: SearchEngine,
  request: SearchRequest,
  facet: Facet,
): Promise<SearchAnswer | undefined> {
  const others = Object.entries(request.choices).filter(([name]) => name !== facet);
  if (request.query.text === '' && others.length === 0) return undefined;
  const choices: Choices = Object.fromEntries(others);
  return await engine.search({ ...request, choices });
}
