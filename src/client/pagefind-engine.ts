import { parseExcerpt } from './excerpt.ts';
import type { SearchEngine, SearchHit } from './search-engine.ts';

/** The part of Pagefind 1.6’s browser module that is used here (https://pagefind.app/docs/api/). */
interface Pagefind {
  search(
    query: string,
    options: { filters: Readonly<Record<string, string>> },
  ): Promise<{ results: readonly { data(): Promise<PagefindPage> }[] }>;
}

interface PagefindPage {
  url: string;
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
      const { results } = await pagefind.search(query, { filters });
      const pages = await Promise.all(results.slice(0, limit).map((result) => result.data()));
      return { total: results.length, hits: pages.map(toHit) };
    },
  };
}

function toHit({ url, excerpt, meta }: PagefindPage): SearchHit {
  return { url, title: meta['title'] ?? url, excerpt: parseExcerpt(excerpt), meta };
}
