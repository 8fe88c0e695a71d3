import type { Advisory, AdvisoryText } from '#catalog/catalog.ts';
import { vendorsOf } from '#catalog/build-catalog.ts';
import { findText } from '#catalog/queries.ts';
import { firstLanguage, type Language, type SpokenText } from '#domain/language.ts';
import { wordsOf } from '#i18n/words.ts';
import { advisoryAddress } from './addresses.ts';
import type { SiteIndex } from './site-index.ts';
import { vendorName } from './vendor-name.ts';
import type { AdvisoryRow, ListRow, RowGroup } from './view.ts';

/** Vendors that a row names; the others are counted. */
const NAMED_VENDORS = 3;

/** One advisory as a list in the given language shows it. */
export function toRow(index: SiteIndex, language: Language, advisory: Advisory): AdvisoryRow {
  const { catalog } = index;
  const { facts, publishedOn, updatedOn } = advisory;
  const { worst, fixAvailable } = index.assess(advisory);
  const vendors = vendorsOf(advisory);
  return {
    id: advisory.id,
    title: titleOf(index, language, advisory),
    address: advisoryAddress(catalog.site, language, advisory),
    publishedOn,
    ...(updatedOn > publishedOn && { updatedOn }),
    ...(worst && { score: { version: worst.version, score: worst.score, severity: worst.severity } }),
    urgent: facts.urgent !== false,
    withdrawn: facts.state === 'withdrawn',
    fixAvailable,
    vendors: vendors.slice(0, NAMED_VENDORS).map((slug) => vendorName(catalog, slug, language)),
    moreVendors: Math.max(0, vendors.length - NAMED_VENDORS),
  };
}

/** From how many rows on a list can be narrowed; a shorter one is read sooner than its controls. */
export const LONG_LIST = 20;

/** One advisory in a list that can be narrowed. */
export function toListRow(index: SiteIndex, language: Language, advisory: Advisory): ListRow {
  const { facts, texts, family } = advisory;
  const row = toRow(index, language, advisory);
  const cves = facts.vulnerabilities.flatMap(({ cve }) => cve ?? []);
  const vendors = vendorsOf(advisory)
    .slice(NAMED_VENDORS)
    .map((slug) => vendorName(index.catalog, slug, language).text);
  const titles = Object.values(texts).map(({ title }) => title);
  const found = [...cves, ...vendors, ...titles.filter((title) => title !== row.title.text)].join(' ');
  return { ...row, family: family.path, found };
}

/** The title in the wanted language or, for an advisory not translated into it, in the site's first one. */
export function titleOf({ catalog }: SiteIndex, language: Language, advisory: Advisory): SpokenText {
  const text = findText(catalog, advisory, language);
  return text
    ? { text: text.title, language: text.language }
    : { text: advisory.facts.title, language: firstLanguage(catalog.site) };
}

/** The title of one of its texts where no mark can stand beside it: a withdrawal is told in words. */
export function markedTitle({ facts }: Pick<Advisory, 'facts'>, { title, language }: AdvisoryText): string {
  return facts.state === 'withdrawn' ? wordsOf(language).site.entry.withdrawn(title) : title;
}

/** Rows by month (`YYYY-MM`) or by day (`YYYY-MM-DD`) of publication, in the order in which they come. */
export function groupRows<Row extends AdvisoryRow>(
  rows: readonly Row[],
  period: 'month' | 'day',
): RowGroup<Row>[] {
  const length = period === 'month' ? 'YYYY-MM'.length : 'YYYY-MM-DD'.length;
  const groups = Map.groupBy(rows, ({ publishedOn }) => publishedOn.slice(0, length));
  return [...groups].map(([key, group]) => ({ period: key, rows: group }));
}
