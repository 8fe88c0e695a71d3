import type { Language } from '#domain/language.ts';
import type { SearchQuery } from './query.ts';

/** What results can be narrowed by. Values are data, not words: families by path, vendors by slug. */
export const FACETS = ['year', 'family', 'severity', 'vendor', 'status', 'fix'] as const;
export type Facet = (typeof FACETS)[number];

/** Chosen values: those of one facet are alternatives, different facets narrow together. */
export type Choices = Partial<Record<Facet, readonly string[]>>;

export type SearchOrder = 'relevance' | 'newest';

export interface SearchRequest {
  query: SearchQuery;
  choices: Choices;
  order: SearchOrder;
  /** How many hits are wanted, counted from the best. */
  limit: number;
  /** Looks at every year, so that total and counts are complete, whatever that costs. */
  everything?: boolean;
}

/** One found advisory, with what a list shows of it. */
export interface SearchHit {
  /** Site path of the page. */
  url: string;
  id: string;
  title: string;
  /** The language of title and excerpt. */
  language: Language;
  /** Calendar day of publication. */
  date: string;
  severity?: string;
  score?: number;
  /** The version of CVSS of the score: `4.0`. */
  cvss?: string;
  fix: boolean;
  urgent: boolean;
  /** `id`: it is what the query names; `name`: title, product, vendor or number hold it; `text`: only the text does. */
  tier: 'id' | 'name' | 'text';
  /** Where the text holds the words; absent when only names do. */
  excerpt?: Excerpt;
}

export interface Excerpt {
  parts: readonly { text: string; found: boolean }[];
  /** The section of the page in which the words stand. */
  section?: { id: string; heading: string };
}

export interface FacetCount {
  value: string;
  /** Its name, for facets whose values the page cannot know: vendors. */
  label?: string;
  count: number;
}

export interface SearchAnswer {
  /** The best first, `id` before `name` before `text`. */
  hits: readonly SearchHit[];
  /** How many advisories match, as far as was looked; the uncertain ones are among them. */
  total: number;
  /** How many of them hold every part of the words, perhaps apart from each other. Absent when all are certain. */
  uncertain?: number;
  /** Absent when everything was looked at; otherwise older years were not, and total and counts are lower bounds. */
  searchedBackTo?: number;
  /** Counted over the matches; values that no match has are left out. */
  facets: Readonly<Record<Facet, readonly FacetCount[]>>;
  /** Facets whose counts are lower bounds although everything was looked at; those left out are complete then. */
  partialFacets?: readonly Facet[];
}

/** Records went in when the site was built; ranked hits with excerpts and facets come out. */
export interface SearchEngine {
  /**
   * Finds advisories that hold every word of the query.
   * @throws when the index cannot be loaded
   */
  search(request: SearchRequest): Promise<SearchAnswer>;
}
