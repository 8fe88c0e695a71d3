import { compareText } from '#domain/compare-text.ts';

/** A ROLIE category document as JSON (RFC 8322; CSAF 2.0 §7.1.17). */
interface CategoryDocument {
  categories: { category: { term: string }[] };
}

/**
 * The terms by which the documents of a feed can be told apart, each once.
 * @param terms names of vendors, as the product trees of the documents have them
 */
export function toCategoryDocument(terms: Iterable<string>): CategoryDocument {
  const category = [...new Set(terms)].toSorted(compareText).map((term) => ({ term }));
  return { categories: { category } };
}
