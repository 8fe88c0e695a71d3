import { normalizeQuery } from './normalize.ts';

/** A query as the search engine receives it. */
export interface SearchQuery {
  /** The words, normalised; identifiers are in the spelling that records hold. */
  text: string;
  /** Identifiers among the words: `CVE-2018-16203`, or an advisory's slug such as `JVN13199224`. */
  identifiers: readonly string[];
}

const CVE = /\bcve[\s_-]?(\d{4})[\s_-](\d{4,19})\b/gi;
/** Letters and a number, with or without `#` between: JVN#13199224, jvnvu # 90000001, JVN13199224. */
const NUMBERED = /\b([a-z]{2,12})(?:\s?#\s?(\d[\d-]*)|(\d{8,12}))\b/gi;

/** Understands what somebody typed: spelling of letters and of identifiers never matters. */
export function parseQuery(typed: string): SearchQuery {
  const identifiers: string[] = [];
  const keep = (identifier: string): string => {
    identifiers.push(identifier);
    return identifier;
  };
  const text = normalizeQuery(typed)
    .replace(CVE, (_all, year: string, number: string) => keep(`CVE-${year}-${number}`))
    .replace(NUMBERED, (_all, letters: string, marked?: string, bare?: string) =>
      keep(`${letters.toUpperCase()}${marked ?? bare ?? ''}`),
    );
  return { text, identifiers };
}

/** A found advisory, as far as ranking needs to know it: the identifiers that it is about, separated by blanks. */
export interface Found {
  meta: { ids?: string };
}

/** Results about an identifier that was asked for, and all others; the engine's order holds in both. */
export function splitExact<Result extends Found>(
  results: readonly Result[],
  { identifiers }: Pick<SearchQuery, 'identifiers'>,
): { exact: Result[]; others: Result[] } {
  const wanted = new Set(identifiers.map((id) => id.toUpperCase()));
  const { exact = [], others = [] } = Object.groupBy(results, ({ meta }) => {
    const ids = (meta.ids ?? '').toUpperCase().split(' ');
    return ids.some((id) => wanted.has(id)) ? 'exact' : 'others';
  });
  return { exact, others };
}
