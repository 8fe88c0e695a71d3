import type { Advisory, AdvisoryText, Catalog } from '#catalog/catalog.ts';
import { vendorsOf } from '#catalog/build-catalog.ts';
import { textIn } from '#catalog/queries.ts';
import { type Language, type LocalizedText, localize } from '#domain/language.ts';
import { toRangePhrase } from '#domain/range-phrase.ts';
import { SECTION_HEADINGS, type SectionId } from '#domain/section.ts';
import type { Facet, SearchHit } from './search-engine.ts';

/** One advisory as the search of one language knows it, as its authors wrote it. */
export interface SearchRecord {
  /** Names the advisory for as long as it exists. */
  slug: string;
  /** What a reader types to mean this advisory and no other: slug, id, number, CVEs. */
  identifiers: readonly string[];
  title: string;
  /** Identifiers, products and vendors by every name that they have in any language. */
  names: readonly string[];
  sections: readonly RecordSection[];
  /** What a list of hits shows. */
  card: RecordCard;
  facets: Readonly<Record<Facet, readonly string[]>>;
  /** Names of facet values in the language of the index, where the values do not speak for themselves. */
  labels: Readonly<Record<string, string>>;
}

/** A part of the page; without an id when it has none of the well-known ones. */
export interface RecordSection {
  id: SectionId | null;
  heading: string;
  text: string;
}

type RecordCard = Pick<SearchHit, 'url' | 'id' | 'title' | 'language' | 'date' | 'score' | 'cvss' | 'urgent'>;

/** Judgements that rooms above make; they are passed in because the search stands below them. */
export interface RecordTools {
  /** The page of an advisory in a language, or in the first language when it has no text in that one. */
  address: (advisory: Advisory, language: Language) => string;
  /** What a list calls the advisory: its title, with the mark of a withdrawal. */
  title: (advisory: Advisory, text: AdvisoryText) => string;
  assess: (advisory: Advisory) => {
    worst?: { severity: string; score: number; version: string };
    fixAvailable: boolean;
  };
}

/**
 * Every public advisory for the index of one language: one that is not translated is found there too, in the text of
 * the first language. Order and content depend on the catalog alone.
 */
export function toSearchRecords(catalog: Catalog, language: Language, tools: RecordTools): SearchRecord[] {
  return catalog.advisories.map((advisory) => toSearchRecord(catalog, advisory, language, tools));
}

/** The record of one advisory. */
export function toSearchRecord(
  catalog: Catalog,
  advisory: Advisory,
  language: Language,
  tools: RecordTools,
): SearchRecord {
  const { id, slug, facts, publishedOn } = advisory;
  const text = textIn(catalog, advisory, language);
  const { worst, fixAvailable } = tools.assess(advisory);
  const cves = facts.vulnerabilities.flatMap(({ cve }) => cve ?? []);
  // The bare number is found by readers who leave out the letters before it.
  const numbers = [...(slug.match(/\d{4,}/g) ?? []), slug.replace(/^\D+/, '')].filter((it) => it.length >= 4);
  const identifiers = [...new Set([slug, id, ...numbers, ...cves])];
  return {
    slug,
    identifiers,
    title: text.title,
    names: [...identifiers, ...toNames(catalog, advisory)],
    sections: [...toSections(text), ...toVersions(catalog, advisory, text)],
    card: {
      url: tools.address(advisory, language),
      id,
      title: tools.title(advisory, text),
      language: text.language,
      date: publishedOn,
      ...(worst && { score: worst.score, cvss: worst.version }),
      urgent: facts.urgent !== false,
    },
    facets: toFacets(advisory, worst?.severity, fixAvailable),
    labels: toLabels(catalog, advisory, language),
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

/** The sections of the body, and what vendors say, which the page shows in the table of vendors. */
function toSections({ body, words, language }: AdvisoryText): RecordSection[] {
  const [heading] = SECTION_HEADINGS[language].vendors;
  const statements = words ? [...Object.values(words.statements), ...Object.values(words.addenda)] : [];
  return [
    ...body.sections.map((section) => ({ id: section.id, heading: section.heading, text: section.text })),
    ...statements.map((text) => ({ id: 'vendors' as const, heading, text })),
  ].filter(({ text }) => text !== '');
}

/** What the table of affected products says, so that a product is found together with a version. */
function toVersions({ site }: Catalog, { facts }: Advisory, { language }: AdvisoryText): RecordSection[] {
  const [heading] = SECTION_HEADINGS[language].affected;
  const lines = facts.affected.map(({ product, ranges, fixed }) =>
    [
      localize(product, language, site.languages).text,
      ...ranges.map((range) => toRangePhrase(range, language)),
      ...fixed,
    ].join(language === 'ja' ? '、' : ', '),
  );
  return lines.length === 0 ? [] : [{ id: 'affected', heading, text: lines.join('\n') }];
}

function toFacets(advisory: Advisory, severity: string | undefined, hasFix: boolean): SearchRecord['facets'] {
  const statuses = advisory.facts.vendors.flatMap(({ status }) => status ?? []);
  return {
    year: [String(advisory.year)],
    family: [advisory.family.path],
    severity: severity === undefined ? [] : [severity],
    vendor: vendorsOf(advisory),
    status: [...new Set(statuses)].toSorted(),
    fix: [hasFix ? 'available' : 'none'],
  };
}

function toLabels(
  { vendorBySlug, site }: Catalog,
  advisory: Advisory,
  language: Language,
): SearchRecord['labels'] {
  const named = vendorsOf(advisory).flatMap((slug) => {
    const vendor = vendorBySlug.get(slug)?.facts;
    return vendor ? [[slug, localize(vendor.name, language, site.languages).text] as const] : [];
  });
  return Object.fromEntries(named);
}
