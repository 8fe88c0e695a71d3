import type { Advisory, AdvisoryText, Catalog } from '#catalog/catalog.ts';
import type { AffectedProduct, VendorRow } from '#domain/advisory.ts';
import { type Language, type LocalizedText, localize, type SpokenText } from '#domain/language.ts';
import { compareVendorStatus, type VendorStatus } from '#domain/vendor-status.ts';
import { vendorAddress } from '../addresses.ts';
import { statusAnchor, vendorAnchor, vendorProductsAnchor } from '../anchors.ts';
import type { SiteIndex } from '../site-index.ts';
import { vendorName } from '../vendor-name.ts';
import type { AdvisoryView, VendorRowView } from '../advisory-view.ts';

/** A longer table gives each answer a heading of its own. */
const MOST_WITHOUT_GROUPS = 30;

interface VendorRowsView {
  rows: readonly VendorRowView[];
  counts: AdvisoryView['vendorCounts'];
}

/** The vendor-status table: those who ask the reader to act first, then by reading. */
export function toVendorRows(
  index: SiteIndex,
  language: Language,
  { facts }: Advisory,
  text: AdvisoryText,
): VendorRowsView {
  const rows = facts.vendors.toSorted(
    (a, b) => compareVendorStatus(a.status, b.status) || placeOf(index, a.vendor) - placeOf(index, b.vendor),
  );
  const counts = countStatuses(rows.map(({ status }) => status));
  const grouped = rows.length > MOST_WITHOUT_GROUPS;
  return {
    rows: rows.map((row) => ({
      ...toVendorRow(index.catalog, language, row, text),
      ...toProducts(facts.affected, row.vendor),
    })),
    counts: grouped ? counts.map((each) => ({ ...each, anchor: statusAnchor(each.status) })) : counts,
  };
}

/** Counts in the order in which a table shows the statuses. */
export function countStatuses(statuses: readonly (VendorStatus | undefined)[]) {
  return [...Map.groupBy(statuses, (status) => status)]
    .toSorted(([a], [b]) => compareVendorStatus(a, b))
    .map(([status, group]) => ({ status: status ?? null, count: group.length }));
}

/** How many of the affected products are this vendor's, where they stand, and for how many a fix is named. */
function toProducts(affected: readonly AffectedProduct[], slug: string): Pick<VendorRowView, 'products'> {
  const own = affected.filter(({ vendor }) => vendor === slug);
  if (own.length === 0) return {};
  const severalVendors = own.length < affected.length;
  return {
    products: {
      count: own.length,
      fixed: own.filter(({ fixed }) => fixed.length > 0).length,
      anchor: severalVendors ? vendorProductsAnchor(slug) : 'affected',
    },
  };
}

function placeOf({ vendorPlaces }: SiteIndex, slug: string): number {
  return vendorPlaces.get(slug) ?? Number.MAX_SAFE_INTEGER;
}

function toVendorRow(
  catalog: Catalog,
  language: Language,
  row: VendorRow,
  { words }: AdvisoryText,
): VendorRowView {
  const { site } = catalog;
  const say = (translated: string | undefined, original: LocalizedText | undefined) =>
    translated === undefined
      ? original && localize(original, language, site.languages)
      : { text: translated, language };
  const statement = say(words?.statements[row.vendor], row.statement);
  const addendum = say(words?.addenda[row.vendor], row.addendum);
  return {
    anchor: vendorAnchor(row.vendor),
    name: vendorName(catalog, row.vendor, language),
    address: vendorAddress(site, language, row.vendor),
    ...(row.status && { status: row.status }),
    ...toDays(row),
    exceptions: Object.entries(row.cves ?? {}).map(([cve, status]) => ({ cve, status })),
    ...(row.justification && { justification: row.justification }),
    notices: row.notices.map(({ url, label }) => ({ url, label: toLabel(catalog, language, url, label) })),
    ...(statement && { statement }),
    ...(addendum && { addendum }),
  };
}

function toDays({
  notifiedOn,
  statusOn,
  updatedOn,
}: VendorRow): Pick<VendorRowView, 'statusOn' | 'notifiedOn' | 'answeredOn'> {
  const latest = updatedOn ?? statusOn;
  return {
    ...(latest !== undefined && { statusOn: latest }),
    ...(notifiedOn !== undefined && { notifiedOn }),
    ...(updatedOn !== undefined && statusOn !== undefined && { answeredOn: statusOn }),
  };
}

/** A notice without a title is called by its host. */
function toLabel({ site }: Catalog, language: Language, url: string, label?: LocalizedText): SpokenText {
  if (label !== undefined) return localize(label, language, site.languages);
  return localize(new URL(url).hostname, language, site.languages);
}
