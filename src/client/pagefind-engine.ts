import { joinCharacters, toSearches } from '#search/spacing.ts';
import { parseExcerpt } from './excerpt.ts';
import type { SearchEngine, SearchHit } from './search-engine.ts';

/** The part of Pagefind 1.6’s browser module that is used here (https://pagefind.app/docs/api/). */
interface Pagefind {
  search(
    query: string,
    options: { filters: Readonly<Record<string, string>> },
  ): Promise<{ results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  id: string;
  score: number;
  data(): Promise<PagefindPage>;
}

/** The address of the page stands in `meta`; Pagefind’s own `url` is made up. */
interface PagefindPage {
  excerpt: string;
  meta: Record<string, string>;
}

/**
 * A search engine over a Pagefind index; it loads on the first search.
 * @param folder site path of the index, with a trailing slash
 */
export function createPagefindEngine(folder: string): SearchEngine {
  let module: Promise<Pagefind> | undefined;
  const load = async (): Promise<Pagefind> => {
    module ??= import(/* @vite-ignore */ `${folder}pagefind.js`) as Promise<Pagefind>;
    try {
      return await module;
    } catch (error) {
      // A failed load is tried again with the next search.
      module = undefined;
      throw error;
    }
  };
  return {
    async search(query, { filters, limit }) {
      const pagefind = await load();
      const searches = toSearches(query).map((search) => pagefind.search(search, { filters }));
      const results = findCommon((await Promise.all(searches)).map((answer) => answer.results));
      const pages = await Promise.all(results.slice(0, limit).map((result) => result.data()));
      return { total: results.length, hits: pages.map(toHit) };
    },
  };
}

/** Results that stand in every answer, those with the highest scores first. */
function findCommon(answers: readonly (readonly PagefindResult[])[]): PagefindResult[] {
  const [first = new Map<string, PagefindResult>(), ...others] = answers.map(
    (results) => new Map(results.map((result) => [result.id, result])),
  );
  const scoreOf = ({ id, score }: PagefindResult): number =>
    others.reduce((sum, results) => sum + (results.get(id)?.score ?? 0), score);
  return [...first.values()]
    .filter(({ id }) => others.every((results) => results.has(id)))
    .sort((a, b) => scoreOf(b) - scoreOf(a));
}

function toHit({ excerpt, meta }: PagefindPage): SearchHit {
  const { url = '', title = url, ...known } = meta;
  return { url, title, excerpt: parseExcerpt(joinCharacters(excerpt)), meta: known };
}
