import type { Advisory, AdvisoryText, Catalog } from '#catalog/catalog.ts';
import { vendorsOf } from '#catalog/build-catalog.ts';
import { type Language, type LocalizedText, localize } from '#domain/language.ts';
import { normalizeText } from './normalize.ts';

/** One advisory as the search of one language knows it. */
export interface SearchRecord {
  /** Site path of the page that answers. */
  url: string;
  /** The language whose index holds the record. */
  language: Language;
  /** Everything that can be found, best first, normalised. */
  content: string;
  meta: {
    title: string;
    id: string;
    /** Identifiers that count as an exact match, separated by blanks: slug and CVEs. */
    ids: string;
    /** Calendar day of publication. */
    date: string;
    /** The language of title and text, which may be another one than that of the index. */
    language: Language;
  };
  filters: Partial<Record<SearchFilter, string[]>>;
}

/** What results can be narrowed by. Values are data, not words: families by path, vendors by slug. */
type SearchFilter = 'year' | 'family' | 'severity' | 'vendor' | 'status' | 'fix';

/** Judgements that rooms above make; they are passed in because the search stands below them. */
export interface RecordTools {
  /** The page of an advisory in a language, or in the first language when it has no text in that one. */
  address: (advisory: Advisory, language: Language) => string;
  /** What a list calls the advisory: its title, with the mark of a withdrawal. */
  title: (advisory: Advisory, text: AdvisoryText) => string;
  assess: (advisory: Advisory) => { worst?: { severity: string }; fixAvailable: boolean };
}

/**
 * Every public advisory in the index of every language: one that is not translated is found there too, by its
 * numbers, products and vendors. Order and content depend on the catalog alone.
 */
export function toSearchRecords(catalog: Catalog, tools: RecordTools): SearchRecord[] {
  return catalog.site.languages.flatMap((language) =>
    catalog.advisories.flatMap((advisory) => {
      const text = advisory.texts[language] ?? advisory.texts[catalog.site.languages[0] ?? language];
      return text === undefined ? [] : [toRecord(catalog, tools, advisory, text, language)];
    }),
  );
}

function toRecord(
  catalog: Catalog,
  tools: RecordTools,
  advisory: Advisory,
  text: AdvisoryText,
  language: Language,
): SearchRecord {
  const { id, slug, facts, publishedOn } = advisory;
  const cves = facts.vulnerabilities.flatMap(({ cve }) => cve ?? []);
  // The bare number is found by readers who put a blank before it.
  const numbers = slug.match(/\d{4,}/g) ?? [];
  const parts = [text.title, id, slug, ...numbers, ...cves, ...toNames(catalog, advisory), ...toProse(text)];
  return {
    url: tools.address(advisory, language),
    language,
    content: parts.map(normalizeText).join('\n'),
    meta: {
      title: tools.title(advisory, text),
      id,
      ids: [slug, ...cves].join(' '),
      date: publishedOn,
      language: text.language,
    },
    filters: toFilters(advisory, tools),
  };
}

/** Products and vendors by every name that they have in any language. */
function toNames({ vendorBySlug, site }: Catalog, { facts }: Advisory): string[] {
  const spoken = (text: LocalizedText): string[] =>
    site.languages.map((it) => localize(text, it, site.languages).text);
  const products = facts.affected.flatMap(({ product }) => spoken(product));
  const vendors = vendorsOf({ facts }).flatMap((slug) => {
    const vendor = vendorBySlug.get(slug)?.facts;
    if (vendor === undefined) return [];
    return [...spoken(vendor.name), vendor.reading ?? '', ...vendor.aliases, ...vendor.formerNames];
  });
  return [...new Set([...products, ...vendors])].filter((name) => name !== '');
}

function toProse({ body, words }: AdvisoryText): string[] {
  const statements =
    words === undefined ? [] : [...Object.values(words.statements), ...Object.values(words.addenda)];
  return [...body.sections.map(({ text }) => text), ...statements];
}

function toFilters(advisory: Advisory, tools: RecordTools): SearchRecord['filters'] {
  const { worst, fixAvailable } = tools.assess(advisory);
  const statuses = advisory.facts.vendors.flatMap(({ status }) => status ?? []);
  return {
    year: [String(advisory.year)],
    family: [advisory.family.path],
    vendor: vendorsOf(advisory),
    fix: [fixAvailable ? 'available' : 'none'],
    ...(worst && { severity: [worst.severity] }),
    ...(statuses.length > 0 && { status: [...new Set(statuses)].toSorted() }),
  };
}
