/** A query with what it has to find. */
export interface QueryCase {
  typed: string;
  /** The records that are searched: `content/` in both languages or in one, or records of other publishers. */
  corpus: 'sample' | 'sample-ja' | 'sample-en' | 'notes' | 'japanese';
  /**
   * Slugs of the advisories that a reader expects, written by hand after reading the records, in any order; or what
   * reading every record finds.
   */
  found: readonly string[] | 'by reading';
  /** The slug of the only right first hit. */
  first?: string;
}

/** A table of queries: what is typed, and the slugs that are to be found, separated by blanks. */
export function readTable(
  corpus: QueryCase['corpus'],
  table: readonly (readonly [string, string])[],
): QueryCase[] {
  return table.map(([typed, slugs]) => ({ typed, corpus, found: slugs.split(' ').filter(Boolean) }));
}

/** Queries that name one advisory, which has to be the first hit. */
export function readNames(
  corpus: QueryCase['corpus'],
  table: readonly (readonly [string, string])[],
): QueryCase[] {
  return table.map(([typed, first]) => ({ typed, corpus, found: 'by reading', first }));
}

/** Queries of which only reading tells what they have to find. */
export function readQueries(corpus: QueryCase['corpus'], queries: readonly string[]): QueryCase[] {
  return queries.map((typed) => ({ typed, corpus, found: 'by reading' }));
}
