/** What a search may be narrowed by; a value is data such as `2018`, `jp` or `critical`. */
export type SearchFilters = Readonly<Record<string, string>>;

/** One found page. */
export interface SearchHit {
  /** Site path of the page. */
  url: string;
  title: string;
  excerpt: readonly ExcerptPart[];
  /** What the index knows beside the text: `id`, `ids` and `date`. */
  meta: Readonly<Record<string, string>>;
}

/** A piece of text around the found words, without any markup. */
export interface ExcerptPart {
  text: string;
  found: boolean;
}

export interface SearchAnswer {
  /** How many pages match in all; `hits` holds the best of them. */
  total: number;
  hits: readonly SearchHit[];
}

/** What the search page needs from a search engine. */
export interface SearchEngine {
  /**
   * Finds pages with all words of the query.
   * @throws when the index cannot be loaded
   */
  search(query: string, options: { filters: SearchFilters; limit: number }): Promise<SearchAnswer>;
}
