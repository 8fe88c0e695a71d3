import type { Language } from '#domain/language.ts';

/**
 * A feed as a plain value, the same for every syntax. Which entries it has is decided elsewhere; here is only what
 * a reader of the feed gets. All addresses are absolute, all text is plain unless its name says HTML.
 */
export interface Feed {
  /** A permanent IRI (RFC 4287 §4.2.6). */
  id: string;
  title: string;
  description: string;
  language: Language;
  /** The page of the site that shows the same selection. */
  homeUrl: string;
  author: { name: string; url?: string; email?: string };
  /** Terms under which the texts may be used. */
  rights?: string;
  /** In the order in which readers should see them. */
  entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** A permanent IRI, never used for anything else; an update keeps it and raises `updatedAt`. */
  id: string;
  url: string;
  title: string;
  /** The language of title, summary and content: not always that of the feed. */
  language: Language;
  summary: string;
  /** Safe HTML whose links are absolute; never empty. */
  contentHtml: string;
  /** RFC 3339 with any offset. */
  publishedAt: string;
  updatedAt: string;
  categories: readonly { term: string; label: string }[];
}

/**
 * When the feed last changed: the moment of its newest entry, never the clock, so that an unchanged feed has
 * unchanged bytes. A feed without entries answers the Unix epoch, because Atom demands a date.
 */
export function feedUpdatedAt({ entries }: Pick<Feed, 'entries'>): Date {
  return new Date(Math.max(0, ...entries.map(({ updatedAt }) => Date.parse(updatedAt))));
}
