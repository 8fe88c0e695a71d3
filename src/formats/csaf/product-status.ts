import type { VendorStatus } from '#domain/vendor-status.ts';
import type { RecordVendor, RecordVulnerability } from '#formats/record/advisory-record.ts';
import { isConcerned } from '#formats/record/is-concerned.ts';
import type { CsafStatus } from './csaf-2.0.ts';
import type { CsafProduct, ProductRow } from './products.ts';

/** What is said about one product and one vulnerability, and by which row. */
export interface StatusEntry {
  product: CsafProduct;
  row: ProductRow;
  status: CsafStatus;
}

/** Where two rows contradict each other, the status that stands first here holds (CSAF 2.0 §6.1.6). */
const PRECEDENCE: readonly CsafStatus[] = [
  'known_affected',
  'under_investigation',
  'fixed',
  'known_not_affected',
];

/**
 * The status of every product for one vulnerability, each product once:
 * - A product of the affected list that the vulnerability concerns is affected, whatever its vendor’s general answer
 *   is; an exception of the vendor for this CVE holds unless the product names the CVE itself.
 * - Its fixed versions are fixed.
 * - A vendor none of whose products is concerned speaks for its products as a whole: by its exception for this CVE,
 *   or by its general answer where no product of it is named at all.
 */
export function listStatuses(rows: readonly ProductRow[], vulnerability: RecordVulnerability): StatusEntry[] {
  const concerned = rows.filter(({ product }) => product && isConcerned(product, vulnerability));
  const makers = new Set(rows.flatMap(({ product }) => product?.vendor ?? []));
  const speakers = new Set(concerned.map(({ vendor }) => vendor.slug));
  const entries = rows.flatMap((row) => {
    if (row.product) return concerned.includes(row) ? toProductEntries(row, vulnerability) : [];
    if (speakers.has(row.vendor.slug)) return [];
    const { exception, general } = answerOf(row.vendor, vulnerability);
    const answer = exception ?? (makers.has(row.vendor.slug) ? undefined : general);
    return answer === undefined ? [] : toEntries(row, row.products, toStatus(answer));
  });
  return settle(entries);
}

/** Product ids by status. */
export function groupByStatus(entries: readonly StatusEntry[]): Partial<Record<CsafStatus, string[]>> {
  const groups = Map.groupBy(entries, ({ status }) => status);
  return Object.fromEntries(
    [...groups].map(([status, own]) => [status, own.map(({ product }) => product.id)]),
  );
}

/** What the vendor says of this vulnerability. */
export function answerOf(
  { status, exceptions }: RecordVendor,
  { cve }: RecordVulnerability,
): { exception?: VendorStatus | undefined; general?: VendorStatus | undefined } {
  return { exception: cve === undefined ? undefined : exceptions[cve], general: status };
}

function toProductEntries(row: ProductRow, vulnerability: RecordVulnerability): StatusEntry[] {
  const { exception } = answerOf(row.vendor, vulnerability);
  const isNamed = row.product?.cves !== undefined;
  const isAffected = isNamed || exception === undefined || exception.startsWith('affected');
  if (!isAffected) return toEntries(row, row.products, toStatus(exception));
  return [...toEntries(row, row.products, 'known_affected'), ...toEntries(row, row.fixed, 'fixed')];
}

function toEntries(row: ProductRow, products: readonly CsafProduct[], status: CsafStatus): StatusEntry[] {
  return products.map((product) => ({ product, row, status }));
}

function toStatus(answer: VendorStatus): CsafStatus {
  if (answer === 'affected') return 'known_affected';
  return answer === 'not-affected' ? 'known_not_affected' : 'under_investigation';
}

function settle(entries: readonly StatusEntry[]): StatusEntry[] {
  const settled = new Map<string, StatusEntry>();
  for (const entry of entries) {
    const before = settled.get(entry.product.id);
    const wins = before === undefined || rank(entry) < rank(before);
    if (wins) settled.set(entry.product.id, entry);
  }
  return [...settled.values()];
}

function rank({ status }: StatusEntry): number {
  return PRECEDENCE.indexOf(status);
}
